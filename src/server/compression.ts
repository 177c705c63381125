import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** Below this many bytes compression saves nothing worth its time. */
const WORTHWHILE_BYTES = 400;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** The best encoding the client accepts: Brotli, then gzip, by `Accept-Encoding` (RFC 9110, 12.5.3). */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  const { br, gzip } = acceptedEncodings(header);
  return br ? "br" : gzip ? "gzip" : "identity";
}

interface Accepted {
  readonly br: boolean;
  readonly gzip: boolean;
}

/** The header read last: browsers of one kind all send the same. */
let last: { header: string; accepted: Accepted } = { header: "", accepted: { br: false, gzip: false } };

export function acceptedEncodings(header: string | string[] | undefined): Accepted {
  const text = String(header ?? "");
  if (text !== last.header) last = { header: text, accepted: readAccepted(text) };
  return last.accepted;
}

function readAccepted(header: string): Accepted {
  const accepted = new Map<string, number>();
  for (const entry of header.split(",")) {
    const [name = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    accepted.set(name, quality === undefined ? 1 : Number(quality.slice(2)));
  }
  const accepts = (name: string) => (accepted.get(name) ?? accepted.get("*") ?? 0) > 0;
  return { br: accepts("br"), gzip: accepts("gzip") };
}

/** Compresses a page while it is wanted: cheaply. */
export async function compressOnce(body: Buffer, accepted: Encoding): Promise<{ body: Buffer; encoding: Encoding }> {
  if (body.length < WORTHWHILE_BYTES || accepted === "identity") return { body, encoding: "identity" };
  return {
    body: await (accepted === "br" ? brotliAsync(body, brotliOptions(5, body)) : gzipAsync(body, { level: 6 })),
    encoding: accepted,
  };
}

/** Compresses a file that many will fetch: as small as it gets. */
export function compressForKeeps(body: Buffer): Record<Encoding, Buffer> {
  return { identity: body, gzip: gzipSync(body, { level: 9 }), br: brotliCompressSync(body, brotliOptions(11, body)) };
}

function brotliOptions(quality: number, body: Buffer) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  };
}
