import type { Readable } from "node:stream";
import type { TandemError } from "../../core/errors.ts";
import { randomId } from "../../core/ids.ts";
import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import type { FileInfo } from "./file-info.ts";

/** `waiting` for its turn or for the line; `receiving`; and then one of three ends. */
export type UploadState = "waiting" | "receiving" | "done" | "failed" | "cancelled";

/** One file on its way from a browser. */
export interface Upload {
  /** As the person has it, made safe. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes that have arrived; reactive. */
  readonly received: ReadonlySignal<number>;
  readonly state: ReadonlySignal<UploadState>;
  /** Why it failed; in words for the person at the screen. Reactive. */
  readonly error: ReadonlySignal<TandemError | undefined>;
  /** The file, once it is done. Reactive. */
  readonly file: ReadonlySignal<FileInfo | undefined>;
  /** Calls it off, or discards the file if it has arrived. */
  cancel(): void;
}

/** Milliseconds between two changes of `received`: more often would be work for nobody's eyes. */
const PROGRESS_INTERVAL = 100;

export interface UploadFacts {
  readonly name: string;
  readonly size: number;
  /** Which file of its grant it is, by the page's count: asked for again, it is the same upload. */
  readonly key: string;
}

/** An upload as the server keeps it. */
export class ReceivedUpload implements Upload {
  readonly id = randomId();
  readonly name: string;
  readonly size: number;
  readonly key: string;
  readonly received = signal(0);
  readonly state = signal<UploadState>("waiting");
  readonly error = signal<TandemError | undefined>(undefined);
  readonly file = signal<FileInfo | undefined>(undefined);
  /** Settles once it is checked, whichever request brought its last byte. */
  finishing: Promise<void> | undefined;
  /** When anything last arrived. */
  lastActive = 0;
  readonly #discard: (upload: ReceivedUpload) => Promise<void>;
  readonly #bodies = new Set<Readable>();
  #toldAt = -Infinity;

  constructor({ name, size, key }: UploadFacts, discard: (upload: ReceivedUpload) => Promise<void>) {
    this.name = name;
    this.size = size;
    this.key = key;
    this.#discard = discard;
  }

  get isOpen(): boolean {
    const state = this.state.peek();
    return state === "waiting" || state === "receiving";
  }

  /** Whether it is there, or may still come. */
  get isKept(): boolean {
    return this.isOpen || this.state.peek() === "done";
  }

  /** A request brings a part of it. */
  begin(body: Readable): void {
    this.#bodies.add(body);
    body.once("close", () => this.#bodies.delete(body));
    if (this.isOpen) this.state.value = "receiving";
    else body.destroy();
  }

  progress(received: number, now: number): void {
    this.lastActive = now;
    if (now - this.#toldAt < PROGRESS_INTERVAL || !this.isOpen) return;
    this.#toldAt = now;
    this.received.value = received;
  }

  /** The request has ended, and brought it as far as this. */
  pause(received: number): void {
    if (!this.isOpen) return;
    this.received.value = received;
    this.state.value = "waiting";
  }

  finish(file: FileInfo): void {
    if (!this.isOpen) return;
    this.received.value = this.size;
    this.file.value = file;
    this.state.value = "done";
  }

  fail(error: TandemError): void {
    if (!this.isOpen) return;
    this.error.value = error;
    this.#end("failed");
  }

  cancel(): void {
    if (this.state.peek() === "failed" || this.state.peek() === "cancelled") return;
    this.file.value = undefined;
    this.#end("cancelled");
  }

  #end(state: "failed" | "cancelled"): void {
    this.state.value = state;
    for (const body of this.#bodies) body.destroy();
    void this.#discard(this);
  }
}
