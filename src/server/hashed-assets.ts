import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding, compressForKeeps, type Encoding } from "./compression.ts";
import { COMMON_HEADERS } from "./security-headers.ts";

interface HashedAsset {
  readonly type: string;
  readonly etag: string;
  body(encoding: Encoding): Buffer;
}

/** A file that the build has compressed, and whose content it knows by its hash. */
export interface BuiltFile {
  readonly name: string;
  readonly extension: "js" | "css";
  readonly hash: string;
  /** The file, or with `.br` or `.gz` its compressed form. */
  read(ending: "" | ".br" | ".gz"): Buffer;
}

const ENDINGS = { identity: "", br: ".br", gzip: ".gz" } as const satisfies Record<Encoding, string>;
const TYPES = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/** Files whose name holds the hash of their content: compressed once, cached by browsers for good. */
export class HashedAssets {
  readonly #assets = new Map<string, HashedAsset>();

  /** Adds content under `name-<hash>.ext` and returns that name. */
  add(file: { name: string; extension: "js" | "css"; content: string | Buffer; hash?: string }): string {
    const body = Buffer.from(file.content);
    const hash = file.hash ?? contentHash(body);
    const name = `${file.name}-${hash}.${file.extension}`;
    if (!this.#assets.has(name)) {
      const bodies = compressForKeeps(body);
      this.#set(name, file.extension, { hash, body: (encoding) => bodies[encoding] });
    }
    return name;
  }

  /** Adds a file that is read when it is first asked for, under `name-<hash>.ext`, and returns that name. */
  addBuilt({ name: base, extension, hash, read }: BuiltFile): string {
    const name = `${base}-${hash}.${extension}`;
    const bodies: Partial<Record<Encoding, Buffer>> = {};
    this.#set(name, extension, { hash, body: (encoding) => (bodies[encoding] ??= read(ENDINGS[encoding])) });
    return name;
  }

  #set(name: string, extension: "js" | "css", { hash, body }: { hash: string; body: HashedAsset["body"] }): void {
    this.#assets.set(name, { type: TYPES[extension], etag: `"${hash}"`, body });
  }

  /** Adds scripts under one hash of all of them, `<name>-<hash>.js`, and returns that hash. */
  addTogether(scripts: Readonly<Record<string, string>>): string {
    const hash = contentHash(Buffer.from(Object.values(scripts).join("\n")));
    for (const [name, content] of Object.entries(scripts)) this.add({ name, extension: "js", content, hash });
    return hash;
  }

  /** Answers a GET or HEAD of `name`; says whether there is such a file. */
  answer(request: IncomingMessage, response: ServerResponse, name: string): boolean {
    const asset = this.#assets.get(name);
    if (asset === undefined) return false;
    const encoding = chooseEncoding(request.headers["accept-encoding"]);
    const headers = {
      ...COMMON_HEADERS,
      "Content-Type": asset.type,
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: asset.etag,
      Vary: "Accept-Encoding",
    };
    if (matchesEtag(request.headers["if-none-match"], asset.etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const body = asset.body(encoding);
    response.writeHead(200, {
      ...headers,
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
      "Content-Length": body.length,
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  }
}

const contentHash = (body: Buffer): string => createHash("sha256").update(body).digest("base64url").slice(0, 12);

/** Whether `If-None-Match` lists this tag; weak and strong compare alike there (RFC 9110, 13.1.2). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return (header ?? "").split(",").some((tag) => tag.trim() === "*" || plain(tag) === plain(etag));
}
