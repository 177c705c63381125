import { readFile } from "node:fs/promises";
import { TandemError } from "../../core/errors.ts";
import { fileStream } from "../file-stream.ts";

/** A file that somebody uploaded. It is there until the session ends, or until it is discarded. */
export interface FileInfo {
  /** As the person has it, made safe: without folders and controls. */
  readonly name: string;
  readonly sizeInBytes: number;
  /** By the file's content where that is recognised, else by its name. */
  readonly mediaType: string;
  /** Where it is on the server. */
  readonly path: string;
  /** Its text; rejects with a `TandemError` unless it is UTF-8. */
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
  /** Its bytes, from the start each time. */
  stream(): ReadableStream<Uint8Array>;
  /** Deletes it from the server now. */
  discard(): Promise<void>;
}

export interface FileFacts {
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly path: string;
}

/** An uploaded file, whole and checked. */
export class UploadedFile implements FileInfo {
  readonly name: string;
  readonly sizeInBytes: number;
  readonly mediaType: string;
  readonly path: string;
  readonly #discard: () => Promise<void>;

  constructor({ name, size, mediaType, path }: FileFacts, discard: () => Promise<void>) {
    this.name = name;
    this.sizeInBytes = size;
    this.mediaType = mediaType;
    this.path = path;
    this.#discard = discard;
  }

  async text(): Promise<string> {
    const bytes = await this.#read();
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new TandemError(
        "files/not-text",
        `Expected "${this.name}" to be text in UTF-8, but it is not. Read its bytes(), and decode them as what they are.`,
        { cause },
      );
    }
  }

  bytes(): Promise<Uint8Array> {
    return this.#read();
  }

  stream(): ReadableStream<Uint8Array> {
    return fileStream(this.path);
  }

  discard(): Promise<void> {
    return this.#discard();
  }

  async #read(): Promise<Uint8Array> {
    try {
      return await readFile(this.path);
    } catch (cause) {
      const message = `Expected "${this.name}" to be there, but it was discarded, or its session has ended. Copy what must last longer.`;
      throw new TandemError("files/gone", message, { cause });
    }
  }
}
