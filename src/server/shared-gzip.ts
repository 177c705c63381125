import { constants, crc32, deflateRawSync } from "node:zlib";

/** A part of a page. What many pages share is compressed once for all; what only one has is not compressed. */
export interface PagePiece {
  readonly text: string;
  readonly shared: boolean;
}

interface Part {
  readonly bytes: Buffer;
  /** Whole blocks of a DEFLATE stream (RFC 1951), none of them its last. */
  readonly blocks: Buffer;
}

/** Gzip (RFC 1952), DEFLATE, no flags, no time, any system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty block, which is the last. */
const LAST_BLOCK = Buffer.from([3, 0]);
const TRAILER_BYTES = 8;
const STORED_HEADER_BYTES = 5;
const MAX_STORED_BYTES = 65_535;
const KEPT_PARTS = 128;

/**
 * Makes gzip of pages from parts that were compressed before, for a hundredth of what compressing each page would
 * take. Secrets are no shared pieces: stored as they are, their length cannot be told from how they compress.
 */
export class SharedGzip {
  /** In the order in which they were first met; the oldest makes room. */
  readonly #parts = new Map<string, Part>();

  compress(pieces: readonly PagePiece[]): Buffer {
    const chunks: Buffer[] = [HEADER];
    let crc = 0;
    let length = 0;
    for (const { text, shared } of pieces) {
      if (text === "") continue; // of which crc32 would begin anew
      const { bytes, blocks } = shared ? this.#part(text) : stored(text);
      chunks.push(blocks);
      crc = crc32(bytes, crc);
      length += bytes.length;
    }
    const trailer = Buffer.allocUnsafe(TRAILER_BYTES);
    trailer.writeUInt32LE(crc, 0);
    trailer.writeUInt32LE(length, 4);
    chunks.push(LAST_BLOCK, trailer);
    return Buffer.concat(chunks);
  }

  #part(text: string): Part {
    const known = this.#parts.get(text);
    if (known !== undefined) return known;
    const bytes = Buffer.from(text);
    const part = { bytes, blocks: deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) };
    this.#parts.set(text, part);
    if (this.#parts.size > KEPT_PARTS) this.#parts.delete(this.#parts.keys().next().value!);
    return part;
  }
}

function stored(text: string): Part {
  const bytes = Buffer.from(text);
  if (bytes.length > MAX_STORED_BYTES) {
    throw new RangeError(`Expected at most ${MAX_STORED_BYTES} bytes in a piece of one page, but got ${bytes.length}.`);
  }
  const blocks = Buffer.allocUnsafe(STORED_HEADER_BYTES + bytes.length);
  blocks[0] = 0;
  blocks.writeUInt16LE(bytes.length, 1);
  blocks.writeUInt16LE(~bytes.length & 0xffff, 3);
  bytes.copy(blocks, STORED_HEADER_BYTES);
  return { bytes, blocks };
}
