import { onCleanup } from "../../reactive/cleanup.ts";
import { currentSession } from "../../session/current.ts";
import type { FileInfo } from "../../session/uploads/file-info.ts";
import { freshId } from "../base/fresh-id.ts";

/** Pictures that browsers show without running anything in them. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** Has the session answer for pictures that were attached; they are there for this session alone. */
export class ChatFiles {
  readonly #files: FileInfo[] = [];
  readonly #route: string;

  constructor() {
    const session = currentSession();
    const name = freshId("chat-files");
    this.#route = session.dynamicRoute(name, (request) => this.#answer(new URL(request.url).pathname));
    onCleanup(() => session.dynamicRoute(name, null));
  }

  /** Where a picture can be seen; nothing for what is none. */
  urlOf(file: FileInfo): string | undefined {
    if (!SHOWN.has(file.mediaType)) return undefined;
    let index = this.#files.indexOf(file);
    if (index < 0) index = this.#files.push(file) - 1;
    return `${this.#route.replace(/\/$/, "")}/${index}`;
  }

  #answer(path: string): Response {
    const file = this.#files[Number(/\/(\d{1,6})$/.exec(path)?.[1])];
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(file.stream(), {
      headers: {
        "content-type": file.mediaType,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, max-age=3600",
      },
    });
  }
}
