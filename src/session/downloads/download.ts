import { extname } from "node:path";
import { byteRange } from "../../core/byte-range.ts";
import { TandemError } from "../../core/errors.ts";
import { randomId } from "../../core/ids.ts";
import { mediaTypeOf } from "../../core/media-types.ts";
import { plainAnswer, type RouteAnswer } from "../routes/session-routes.ts";
import { isLasting, openContents, type LazyFileContents, type Source } from "./file-contents.ts";
import { attachmentHeader, plainFileName } from "./file-name.ts";

export interface SaveOptions {
  /** Such as `"text/csv"`; by the name's extension unless told. */
  mediaType?: string;
}

const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=(?:[\w.-]+|"[\w .-]*"))*$/;

/** One file that is offered to the browser. */
export class Download {
  readonly name: string;
  readonly expires: number;
  readonly #contents: LazyFileContents;
  readonly #mediaType: string;
  readonly #version = randomId(10);
  /** Kept, once it is known to be the same for each request. */
  #source: Source | undefined;
  #isSpent = false;

  constructor(contents: LazyFileContents, name: string, { mediaType, expires }: SaveOptions & { expires: number }) {
    this.name = plainFileName(name, "download");
    this.expires = expires;
    this.#contents = contents;
    this.#mediaType = settleMediaType(mediaType, this.name);
  }

  /** `sent` is called once all of it has left. Throws what the contents throw. */
  async answer(request: Request, sent: () => void): Promise<RouteAnswer> {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return { response: plainAnswer(405, "Expected GET or HEAD", { Allow: "GET, HEAD" }) };
    }
    const isHead = request.method === "HEAD";
    // What is made anew for each request is not made for nobody.
    if (isHead && this.#source === undefined) return { response: new Response(null, { headers: this.#headers() }) };
    const source = await this.#open();
    if (source === undefined) return { response: plainAnswer(410, "This was fetched already") };
    return this.#respond(request, { source, sent: isHead ? () => {} : sent });
  }

  #respond(request: Request, { source, sent }: { source: Source; sent: () => void }): RouteAnswer {
    const { size } = source;
    if (size === undefined) return { response: new Response(source.open(), { headers: this.#headers() }), sent };
    const headers = this.#headers();
    headers.set("Accept-Ranges", "bytes");
    headers.set("ETag", `"${this.#version}${source.version}"`);
    const range = this.#range(request, headers, size);
    if (range === "unsatisfiable") {
      return { response: plainAnswer(416, "There is no such part", { "Content-Range": `bytes */${size}` }) };
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    headers.set("Content-Length", String(end - start + 1));
    if (range !== undefined) headers.set("Content-Range", `bytes ${start}-${end}/${size}`);
    const response = new Response(source.open(start, end), { status: range === undefined ? 200 : 206, headers });
    return range === undefined ? { response, sent } : { response };
  }

  /** Parts of what has changed since would not fit to what the browser has. */
  #range(request: Request, headers: Headers, size: number): ReturnType<typeof byteRange> {
    const condition = request.headers.get("if-range");
    if (request.method !== "GET" || (condition !== null && condition !== headers.get("etag"))) return undefined;
    return byteRange(request.headers.get("range") ?? undefined, size);
  }

  async #open(): Promise<Source | undefined> {
    if (this.#source !== undefined) return this.#source;
    const isMade = typeof this.#contents === "function";
    if (this.#isSpent) return undefined;
    // A stream can be read once; two requests at the same time must not share it.
    this.#isSpent = !isMade;
    const contents = typeof this.#contents === "function" ? await this.#contents() : this.#contents;
    const source = await openContents(contents);
    if (isLasting(source)) this.#source = source;
    return source;
  }

  #headers(): Headers {
    return new Headers({
      "Content-Type": this.#mediaType,
      "Content-Disposition": attachmentHeader(this.name),
      "Cache-Control": "no-store",
      // Should a browser show it all the same, nothing in it can run.
      "Content-Security-Policy": "sandbox; default-src 'none'",
    });
  }
}

function settleMediaType(mediaType: string | undefined, name: string): string {
  if (mediaType === undefined) return mediaTypeOf(extname(name));
  if (typeof mediaType === "string" && MEDIA_TYPE.test(mediaType)) return mediaType;
  throw new TandemError(
    "files/bad-media-type",
    `Expected mediaType to look like "text/csv", but got ${JSON.stringify(mediaType)}.`,
  );
}
