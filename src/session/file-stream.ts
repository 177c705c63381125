import { createReadStream } from "node:fs";
import { Readable } from "node:stream";

const READ_SIZE = 256 * 1024;

/** A file's bytes, from `start` up to and with `end`; read as they are taken, one chunk ahead. */
export function fileStream(path: string, range: { start?: number; end?: number } = {}): ReadableStream<Uint8Array> {
  const stream = createReadStream(path, { ...range, highWaterMark: READ_SIZE });
  return Readable.toWeb(stream, { strategy: { highWaterMark: 1 } }) as unknown as ReadableStream<Uint8Array>;
}
