import { open, stat, type FileHandle } from "node:fs/promises";
import { signal, type ReadonlySignal } from "tandem";

/** What is followed, as it stands. */
export interface TailState {
  readonly bytes: number;
  /** How often another file took its place. */
  readonly rotations: number;
  /** How often it was cut short. */
  readonly truncations: number;
  /** Why nothing can be read now. */
  readonly problem: string | undefined;
}

const CHUNK = 64 * 1024;
const START: TailState = {
  bytes: 0,
  rotations: 0,
  truncations: 0,
  problem: undefined,
};

/**
 * Follows a file that grows, as `tail -F` does: what is added is told, also after the file was cut short, or renamed
 * with another in its place. Of a file that is there already, the last part is told first.
 */
export class Tail {
  readonly path: string;
  readonly #tell: (text: string) => void;
  readonly #state = signal<TailState>(START);
  readonly #decoder = new TextDecoder();
  #handle: FileHandle | undefined;
  #inode: number | bigint | undefined;
  #offset = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(path: string, tell: (text: string) => void) {
    this.path = path;
    this.#tell = tell;
  }

  get state(): ReadonlySignal<TailState> {
    return this.#state;
  }

  /** Reads what has come since the last time. */
  read(): Promise<void> {
    this.#reading = this.#reading
      .then(() => this.#look())
      .catch((error: unknown) => this.#fail(error));
    return this.#reading;
  }

  async close(): Promise<void> {
    await this.#reading;
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #look(): Promise<void> {
    const found = await stat(this.path);
    if (this.#handle === undefined) await this.#start(found.size);
    else if (found.ino !== this.#inode) await this.#rotate();
    else if (found.size < this.#offset) this.#truncate();
    await this.#readOn();
    this.#change({ bytes: this.#offset, problem: undefined });
  }

  async #start(
    size: number,
    fromStart = this.#inode !== undefined,
  ): Promise<void> {
    this.#handle = await open(this.path, "r");
    this.#inode = (await this.#handle.stat()).ino;
    // Where the file was long before anybody looked, its end is enough.
    this.#offset = fromStart ? 0 : Math.max(0, size - 16 * CHUNK);
  }

  /** What was still written to the old one comes first. */
  async #rotate(): Promise<void> {
    await this.#readOn();
    await this.#handle!.close();
    this.#handle = undefined;
    await this.#start(0, true);
    this.#change({ rotations: this.#state.peek().rotations + 1 });
  }

  #truncate(): void {
    this.#offset = 0;
    this.#change({ truncations: this.#state.peek().truncations + 1 });
  }

  async #readOn(): Promise<void> {
    const buffer = Buffer.alloc(CHUNK);
    for (;;) {
      const { bytesRead } = await this.#handle!.read(
        buffer,
        0,
        CHUNK,
        this.#offset,
      );
      if (bytesRead === 0) return;
      this.#offset += bytesRead;
      this.#tell(
        this.#decoder.decode(buffer.subarray(0, bytesRead), { stream: true }),
      );
    }
  }

  /** A file that is not there may come. */
  #fail(error: unknown): void {
    const code = (error as NodeJS.ErrnoException).code;
    this.#change({
      problem:
        code === "ENOENT"
          ? "The file is not there yet."
          : `It cannot be read: ${code ?? String(error)}.`,
    });
  }

  #change(change: Partial<TailState>): void {
    const before = this.#state.peek();
    const after = { ...before, ...change };
    if (JSON.stringify(after) !== JSON.stringify(before))
      this.#state.value = after;
  }
}
