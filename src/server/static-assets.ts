import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { byteRange } from "../core/byte-range.ts";
import { matchesEtag } from "./hashed-assets.ts";
import { mediaTypeOf } from "../core/media-types.ts";
import { COMMON_HEADERS } from "./security-headers.ts";

/** A file below the assets folder, or `undefined`: what leaves the folder, by path or by link, is not there. */
export async function findAsset(folder: string, urlPath: string): Promise<string | undefined> {
  const segments = decodeSegments(urlPath);
  if (segments === undefined) return undefined;
  try {
    const [top, file] = await Promise.all([realpath(folder), realpath(join(folder, ...segments))]);
    if (!file.startsWith(top.endsWith(sep) ? top : top + sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing hidden, no way up, nothing that a file system reads otherwise. */
export function isPlainSegment(segment: string): boolean {
  return segment !== "" && !segment.startsWith(".") && !/[/\\:\u0000-\u001f]/.test(segment);
}

/** Path segments by name only. */
function decodeSegments(urlPath: string): string[] | undefined {
  const segments: string[] = [];
  for (const part of urlPath.split("/")) {
    let segment: string;
    try {
      segment = decodeURIComponent(part);
    } catch {
      return undefined;
    }
    if (!isPlainSegment(segment)) return undefined;
    segments.push(segment);
  }
  return segments;
}

/** Sends a file, whole or the one range asked for: revalidated on each use, unless its URL changes with its content. */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  { file, isFixed = false }: { file: string; isFixed?: boolean },
): Promise<void> {
  const facts = await stat(file);
  const etag = `W/"${facts.size.toString(36)}-${Math.floor(facts.mtimeMs).toString(36)}"`;
  const headers = {
    ...COMMON_HEADERS,
    "Content-Type": mediaTypeOf(extname(file)),
    "Cache-Control": isFixed ? "public, max-age=31536000, immutable" : "no-cache",
    "Accept-Ranges": "bytes",
    ETag: etag,
    "Last-Modified": facts.mtime.toUTCString(),
  };
  if (matchesEtag(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = byteRange(request.headers.range, facts.size);
  if (range === "unsatisfiable") {
    response.writeHead(416, { ...COMMON_HEADERS, "Content-Range": `bytes */${facts.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: facts.size - 1 };
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    ...(range === undefined ? {} : { "Content-Range": `bytes ${start}-${end}/${facts.size}` }),
    "Content-Length": end - start + 1,
  });
  if (request.method === "HEAD" || facts.size === 0) response.end();
  else await pipeline(createReadStream(file, { start, end }), response);
}
