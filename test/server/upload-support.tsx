import { existsSync, readdirSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { Json } from "../../src/protocol/operations.ts";
import type { FileInfo } from "../../src/session/uploads/file-info.ts";
import type { PickFileOptions } from "../../src/session/uploads/pick-file.ts";
import type { Session } from "../../src/session/session.ts";
import { outcomeOf } from "../support/promises.ts";
import { attach, later, openPage, run, type Client, type Page, type Running } from "./support.tsx";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string | undefined>;
  readonly body?: string | Buffer;
  /** Sent without its length, in chunks. */
  readonly chunked?: boolean;
}

/** A session with a page that is asked for files, and speaks tus by hand. */
export class UploadVisit {
  readonly running: Running;
  readonly page: Page;
  readonly client: Client;
  readonly session: Session;
  #sent = 0;

  private constructor(running: Running, page: Page, client: Client) {
    this.running = running;
    this.page = page;
    this.client = client;
    this.session = running.sessions.at(-1)!;
  }

  static async start(options: Parameters<typeof run>[1] = {}): Promise<UploadVisit> {
    return UploadVisit.in(await run(undefined, options));
  }

  static async in(running: Running, headers: Record<string, string> = {}): Promise<UploadVisit> {
    const page = await openPage(running.port, "/", { headers });
    const client = await attach(running.port, page);
    await client.next();
    return new UploadVisit(running, page, client);
  }

  /** Where the session's uploads are. */
  get folder(): string {
    return (this.session.uploads as unknown as { folder: { path: string } }).folder.path;
  }

  /** What is on disk of them. */
  get onDisk(): string[] {
    return existsSync(this.folder) ? readdirSync(this.folder) : [];
  }

  /** Has the session ask for files. */
  async pick(options: PickFileOptions = {}) {
    const picked = this.session.run(() => this.session.pickFile(options as { multiple: true }));
    const outcome = outcomeOf(picked) as { value?: FileInfo | FileInfo[]; error?: Error & { code?: string } };
    const [id, url] = await this.#called();
    return { outcome, id, url };
  }

  async #called(): Promise<[id: number, url: string]> {
    for (;;) {
      const [, , , messages] = (await this.client.next()) as [number, number, unknown[], unknown[][]?];
      const call = messages?.find(([kind]) => kind === "call");
      if (call !== undefined) return [call[1] as number, (call[3] as { url: string }[])[0]!.url];
    }
  }

  /** The page says that it has sent all, that (`null`) nothing was chosen, or what a page never would. */
  answer(id: number, answer: Json = true): void {
    this.client.send(++this.#sent, 0, "answer", id, true, answer);
  }

  /** One more page on the session, in the same browser. */
  async join(): Promise<{ page: Page; client: Client }> {
    const { port } = this.running;
    const link = this.session.shareUrl({ origin: "" });
    const page = await openPage(port, link, { headers: { cookie: this.page.cookie } });
    const client = await attach(port, page);
    await client.next();
    return { page, client };
  }

  /** Sends what a page of this session in its own browser would. */
  async ask({ method, path, headers = {}, body, chunked = false }: Ask): Promise<Reply> {
    const { port } = this.running;
    const all: Record<string, string | undefined> = {
      "Tus-Resumable": "1.0.0",
      "Tandem-Ticket": this.page.ticket,
      Cookie: this.page.cookie,
      Origin: `http://127.0.0.1:${port}`,
      ...headers,
    };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >;
    if (body !== undefined && !chunked) given["Content-Length"] ??= String(Buffer.byteLength(body));
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ host: "127.0.0.1", port, path, method, headers: given, agent: false }, (response) => {
        let text = "";
        response.on("data", (piece) => (text += String(piece)));
        response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  create(
    url: string,
    file: { name?: string; size: number; key?: number; headers?: Record<string, string> },
  ): Promise<Reply> {
    const { name = "file.bin", size, key = 0, headers } = file;
    return this.ask({
      method: "POST",
      path: url,
      headers: {
        "Upload-Length": String(size),
        "Upload-Metadata": metadata({ filename: name, key: String(key) }),
        ...headers,
      },
    });
  }

  patch(
    path: string,
    body: string | Buffer,
    { offset = 0, ...more }: Partial<Ask> & { offset?: number } = {},
  ): Promise<Reply> {
    const headers = {
      "Content-Type": "application/offset+octet-stream",
      "Upload-Offset": String(offset),
      ...more.headers,
    };
    return this.ask({ ...more, method: "PATCH", path, body, headers });
  }

  /** Sends a whole file; where it is, and what the server said last. */
  async send(
    url: string,
    body: string | Buffer,
    file: { name?: string; key?: number } = {},
  ): Promise<Reply & { path: string }> {
    const created = await this.create(url, { size: Buffer.byteLength(body), ...file });
    if (created.status !== 201) return { ...created, path: "" };
    const path = String(created.headers.location);
    return { ...(await this.patch(path, body)), path };
  }
}

export const metadata = (facts: Record<string, string>) =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");

export { later };
