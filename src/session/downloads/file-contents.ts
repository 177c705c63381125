import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { TandemError } from "../../core/errors.ts";
import { fileStream } from "../file-stream.ts";

/** A piece of a stream. Text is sent as UTF-8. */
export type Piece = string | Uint8Array;

/**
 * What a file can be made of: its text, its bytes, a file on the server as `{ path }` or `file:` URL (a string is
 * always the text itself), or a stream, of Node, of the web or any iterable of pieces.
 */
export type FileContents =
  | string
  | Uint8Array
  | ArrayBuffer
  | Blob
  | URL
  | { readonly path: string }
  | AsyncIterable<Piece>
  | Iterable<Piece>
  | ReadableStream<Piece>;

/** The contents, or a function that makes them when the browser comes for them. */
export type LazyFileContents = FileContents | (() => FileContents | Promise<FileContents>);

/** Contents that can be sent. */
export interface Source {
  /** Bytes; `undefined` where only the end will tell. */
  readonly size: number | undefined;
  /** Changes when the contents do. */
  readonly version: string;
  /** From `start` up to and with `end`; both only where there is a size. */
  open(start?: number, end?: number): ReadableStream<Uint8Array>;
}

/** Throws what is wrong with contents, before anything is sent. */
export async function openContents(contents: FileContents): Promise<Source> {
  if (typeof contents === "string") return bytesSource(Buffer.from(contents));
  if (contents instanceof Uint8Array) return bytesSource(contents);
  if (contents instanceof ArrayBuffer) return bytesSource(new Uint8Array(contents));
  if (contents instanceof Blob) return blobSource(contents);
  if (contents instanceof URL) return fileSource(filePath(contents));
  if (isIterable(contents)) return streamSource(contents);
  if (isPath(contents)) return fileSource(contents.path);
  throw new TandemError(
    "files/bad-contents",
    `Expected a file's contents as text, bytes, a Blob, { path }, a file: URL or a stream of these, but got ${nameOf(contents)}.`,
  );
}

/** Whether they can be opened more than once. */
export const isLasting = (source: Source): boolean => source.size !== undefined;

function bytesSource(bytes: Uint8Array): Source {
  const open = (start = 0, end = bytes.byteLength - 1) => pieces([bytes.subarray(start, end + 1)]);
  return { size: bytes.byteLength, version: "", open };
}

function blobSource(blob: Blob): Source {
  const open = (start = 0, end = blob.size - 1) =>
    blob.slice(start, end + 1).stream() as unknown as ReadableStream<Uint8Array>;
  return { size: blob.size, version: "", open };
}

async function fileSource(path: string): Promise<Source> {
  const facts = await stat(path);
  if (!facts.isFile()) {
    throw new TandemError("files/bad-contents", `Expected a file at the path given as contents, but ${path} is none.`);
  }
  const open = (start = 0, end = facts.size - 1) => {
    if (facts.size === 0) return pieces([]);
    return fileStream(path, { start, end });
  };
  return { size: facts.size, version: facts.mtimeMs.toString(36), open };
}

/** Its first piece is asked for before anything is sent, so that what fails at once is an error and not half a file. */
async function streamSource(contents: AsyncIterable<Piece> | Iterable<Piece>): Promise<Source> {
  const iterator = Symbol.asyncIterator in contents ? contents[Symbol.asyncIterator]() : contents[Symbol.iterator]();
  const first = await iterator.next();
  return { size: undefined, version: "", open: () => streamOf(iterator, first) };
}

function pieces(list: Uint8Array[]): ReadableStream<Uint8Array> {
  const iterator = list[Symbol.iterator]();
  return streamOf(iterator, iterator.next());
}

/** Pulled piece by piece, as fast as they leave. */
function streamOf(
  iterator: AsyncIterator<Piece> | Iterator<Piece>,
  first: IteratorResult<Piece>,
): ReadableStream<Uint8Array> {
  let upcoming: IteratorResult<Piece> | undefined = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = upcoming ?? (await iterator.next());
        upcoming = undefined;
        if (done) controller.close();
        else controller.enqueue(bytesOf(value));
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function bytesOf(piece: unknown): Uint8Array {
  if (typeof piece === "string") return Buffer.from(piece);
  if (piece instanceof Uint8Array) return piece;
  throw new TandemError(
    "files/bad-contents",
    `Expected a stream of texts or bytes as a file's contents, but a piece of it is ${nameOf(piece)}.`,
  );
}

function filePath(url: URL): string {
  if (url.protocol === "file:") return fileURLToPath(url);
  throw new TandemError(
    "files/bad-contents",
    `Expected a file: URL as a file's contents, but got one of ${url.protocol} Fetch it, and give its body.`,
  );
}

const isIterable = (contents: object): contents is AsyncIterable<Piece> | Iterable<Piece> =>
  contents !== null &&
  typeof contents === "object" &&
  (Symbol.asyncIterator in contents || Symbol.iterator in contents);

const isPath = (contents: unknown): contents is { path: string } =>
  typeof (contents as { path?: unknown } | null)?.path === "string";

const nameOf = (value: unknown) =>
  value === null ? "null" : typeof value === "object" ? (value.constructor?.name ?? "an object") : typeof value;
