import { unlessEnded } from "../call-errors.ts";
import { Downloads } from "../downloads/downloads.ts";
import type { SaveOptions } from "../downloads/download.ts";
import type { LazyFileContents } from "../downloads/file-contents.ts";
import { offerFile } from "../downloads/save-file.ts";
import { respondWithin } from "../routes/route-response.ts";
import { SessionRoutes, type Deliver, type RoutedRequest, type RouteHandler } from "../routes/session-routes.ts";
import type { FileInfo } from "../uploads/file-info.ts";
import { pickFiles, type PickFileOptions } from "../uploads/pick-file.ts";
import { Uploads } from "../uploads/uploads.ts";
import { SessionTalk } from "./talk.ts";

/** Files and HTTP of the session's own: uploads, downloads, routes, assets. */
export abstract class SessionFiles extends SessionTalk {
  #routes: SessionRoutes | null = null;
  #uploads: Uploads | null = null;
  #downloads: Downloads | null = null;

  /**
   * Has `handler` answer requests below a URL path of this session's own, and returns that path; `null` removes it.
   *
   * @example
   * ```ts
   * import { session, signal } from "tandem";
   *
   * export function clickCount() {
   *   const clicks = signal(0);
   *   return session.dynamicRoute("clicks", () => Response.json({ clicks: clicks.value }));
   * }
   * ```
   *
   * The handler gets a Web standard `Request`, of any method, also for what follows the path, and runs in the
   * session; what it writes is shown. The path cannot be guessed: whoever is given it may use it. It answers 404 once
   * removed, or when the session has ended, and 500 where the handler throws. Throws a `TandemError` for a name that
   * cannot stand in a path. From Shiny's `dynamic_route`.
   */
  dynamicRoute(name: string, handler: RouteHandler | null): string {
    return this.routes.set(name, handler);
  }

  /**
   * Has the browser of the acting client download a file.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * export function saveReport(lines: string[]) {
   *   session.saveFile(lines.join("\n"), "report.txt");
   * }
   * ```
   *
   * `contents` are text, bytes, a file on the server as `{ path }` or `file:` URL, a stream, or a function that makes
   * any of these when the browser comes for it. Returns at once: the browser fetches the file when it wants, within
   * `limits.downloadExpiry` ms. Contents that fail before the first byte are an error of the app, and of the download;
   * later, they break the transfer off. Throws `SessionEnded` when the session is over, and a `TandemError` for a name
   * or type that is none. From Rio's `save_file` and PyWebIO's `download`.
   */
  saveFile(contents: LazyFileContents, name: string, options: SaveOptions = {}): void {
    this.needClient("saveFile");
    if (!this.isStub) offerFile(this, this.downloads, { contents, name, options });
  }

  /**
   * Has the person at the acting client choose a file, and resolves when all of it is here.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * export async function countLines(): Promise<number> {
   *   const file = await session.pickFile({ types: ["txt", "csv"], maxSize: 1_000_000 });
   *   return (await file.text()).split("\n").length;
   * }
   * ```
   *
   * Call it in a handler: where the browser no longer counts the click, it asks for one more. With `multiple`, it is for a list.
   * `types` are a hint to the person, unless `enforceTypes`; sizes in bytes and counts are checked here. Uploads resume after a
   * lost line. Rejects with `NoFileSelectedError` when none is chosen, `SessionEnded`, the reason of `signal`, and
   * a `TandemError` for a file that is refused or did not arrive: nothing is kept then. From Rio's `pick_file`.
   */
  pickFile(options: PickFileOptions & { multiple: true }): Promise<FileInfo[]>;
  pickFile(options?: PickFileOptions & { multiple?: false }): Promise<FileInfo>;
  pickFile(options: PickFileOptions = {}): Promise<FileInfo | FileInfo[]> {
    if (this.isStub) return new Promise(() => {});
    const picked = pickFiles(this, options).then((files) => (options.multiple === true ? files : files[0]!));
    return unlessEnded(picked);
  }

  /** For the session's own files: what is being uploaded to it. */
  get uploads(): Uploads {
    return (this.#uploads ??= this.#startUploads());
  }

  /** For `saveFile` and the like: the files that are offered. */
  get downloads(): Downloads {
    return (this.#downloads ??= this.#startDownloads());
  }

  /** The folder of the app's assets; `undefined` where it has none. From Rio's `assets`. */
  get assets(): string | undefined {
    return this.environment.assets;
  }

  /**
   * The URL path of a file in the app's folder of assets, which changes with the file's content: browsers keep what
   * they got for good.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export const Logo = () => <img src={session.urlForAsset("images/logo.svg")} alt="Tandem" />;
   * ```
   *
   * Takes a path in the folder, an absolute one or a `file:` URL; the file is read when first asked for and when it
   * has changed. Throws a `TandemError` for a file that is missing, or outside the folder, also by way of a link.
   * From Rio's `url_for_asset`.
   */
  urlForAsset(path: string | URL): string {
    return this.environment.urlForAsset(path);
  }

  /** Answers a request that the server has found this session for; `deliver` sends the answer. */
  respond(routed: RoutedRequest, deliver: Deliver): Promise<void> {
    return respondWithin(this, this.#routes, { routed, deliver });
  }

  /** For the session's downloads and uploads: what of it can be asked for by URL. */
  get routes(): SessionRoutes {
    return (this.#routes ??= new SessionRoutes((key) => this.#openRoutes(key)));
  }

  /** Where nobody will ask, no address is made known: it would be for nothing, and never be forgotten. */
  #openRoutes(key: string): string {
    return this.isStub || this.isOver ? "#" : this.environment.openRoutes(this.id, key);
  }

  protected override clearRegistries(): void {
    super.clearRegistries();
    this.#routes?.clear();
  }

  #startUploads(): Uploads {
    const uploads = new Uploads(this, (route) => this.routes.setOwn("~u", route));
    this.own(() => void uploads.stop().catch((error: unknown) => this.reportError(error, undefined, "an upload")));
    return uploads;
  }

  #startDownloads(): Downloads {
    const downloads = new Downloads(this, (route) => this.routes.setOwn("~d", route));
    this.own(() => downloads.stop());
    return downloads;
  }
}
