import {
  appendFile,
  mkdtemp,
  rename,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATHS = [
  "/",
  "/login",
  "/orders",
  "/orders/17",
  "/stock",
  "/api/prices",
  "/api/search?q=bell",
];
const ROTATE_AFTER = 512 * 1024;
const MOST_WAITING = 4;

/** Writes what a busy web server would, into a folder for the time being; always the same, but for the times. */
export class DemoWriter {
  readonly folder: string;
  readonly path: string;
  /** How many it has written. */
  lines = 0;
  #seed = 7;
  #bytes = 0;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  private constructor(folder: string) {
    this.folder = folder;
    this.path = join(folder, "server.log");
  }

  static async start(): Promise<DemoWriter> {
    const writer = new DemoWriter(await mkdtemp(join(tmpdir(), "tandem-log-")));
    await writeFile(writer.path, "");
    return writer;
  }

  /** Writes some lines, and begins a new file where this one is long. */
  write(count: number): Promise<void> {
    return this.#next(() => this.#write(count));
  }

  /** As logrotate does: the file gets another name, and a new one takes its place. */
  rotate(): Promise<void> {
    return this.#next(() => this.#rotate());
  }

  /** Empties the file that is there. */
  truncate(): Promise<void> {
    return this.#next(() => this.#truncate());
  }

  /** One after the other, and no more than a few: whoever clicks without end does not fill the disk. */
  #next(work: () => Promise<void>): Promise<void> {
    if (this.#waiting >= MOST_WAITING) return this.#last;
    this.#waiting++;
    const done = this.#last.then(work).finally(() => void this.#waiting--);
    this.#last = done.catch(() => {});
    return done;
  }

  async #write(count: number): Promise<void> {
    const lines = Array.from({ length: count }, () => `${this.#line()}\n`).join(
      "",
    );
    this.lines += count;
    this.#bytes += lines.length;
    await appendFile(this.path, lines);
    if (this.#bytes > ROTATE_AFTER) await this.#rotate();
  }

  async #rotate(): Promise<void> {
    await rename(this.path, `${this.path}.1`);
    await writeFile(this.path, "");
    this.#bytes = 0;
  }

  async #truncate(): Promise<void> {
    await truncate(this.path);
    this.#bytes = 0;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  #line(): string {
    const path = PATHS[this.#dice(PATHS.length)]!;
    const time = new Date().toISOString();
    const ms = 2 + this.#dice(60) ** 2 / 4;
    const dice = this.#dice(100);
    if (dice < 3)
      return `${time} ERROR \u001b[31mGET ${path} 500\u001b[0m database is locked (${ms.toFixed(0)} ms)`;
    if (dice < 11)
      return `${time} WARN  GET ${path} \u001b[33m200\u001b[0m slow: ${(ms * 7).toFixed(0)} ms`;
    if (dice < 30)
      return `${time} DEBUG cache ${dice % 2 === 0 ? "hit" : "miss"} for ${path}`;
    return `${time} INFO  GET ${path} \u001b[32m200\u001b[0m ${ms.toFixed(0)} ms`;
  }

  /** A number below `limit`, out of a row that is always the same. */
  #dice(limit: number): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.#seed >>> 8) % limit;
  }
}
