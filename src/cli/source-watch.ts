import { stat } from "node:fs/promises";
import { dirname, sep } from "node:path";
import { watch, type FSWatcher } from "chokidar";

/** Editors write a file in several steps; what comes within this many milliseconds is one change. */
const ONE_CHANGE = 20;
/** Of changes to one file within 50 ms chokidar tells only the first, so files are looked at once more after it. */
const SECOND_LOOK = 100;
/** File times are coarser than the clock, by up to this many milliseconds. */
const FILE_TIME_STEP = 10;

/** Watches the files an app is made of, and no others. */
export class SourceWatch {
  readonly #onChange: () => void;
  #watcher: FSWatcher | undefined;
  #watched: readonly string[] = [];
  #readAt = 0;
  #change: NodeJS.Timeout | undefined;
  #secondLook: NodeJS.Timeout | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The files are read from now on: what is written later is a change. */
  reading(): void {
    this.#readAt = Date.now();
  }

  /** Exactly these from now on. What was written since they were read counts as changed. */
  async follow(files: readonly string[]): Promise<void> {
    if (sameNames(files, this.#watched)) return;
    const former = this.#watcher;
    const watcher = watch([...files], { ignoreInitial: true, depth: 0, ignored: isOurs });
    this.#watched = files;
    this.#watcher = watcher.on("all", () => this.#changed());
    await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
    await former?.close();
    await this.#lookAgain();
  }

  /** Those so far and these, and whatever appears beside them: the file that is missing may come. */
  followNeighbours(files: readonly string[]): Promise<void> {
    return this.follow([...new Set([...this.#watched, ...files, ...files.map((file) => dirname(file))])]);
  }

  async close(): Promise<void> {
    clearTimeout(this.#change);
    clearTimeout(this.#secondLook);
    await this.#watcher?.close();
  }

  #changed(): void {
    clearTimeout(this.#change);
    clearTimeout(this.#secondLook);
    this.#change = setTimeout(this.#onChange, ONE_CHANGE);
    this.#secondLook = setTimeout(() => void this.#lookAgain(), SECOND_LOOK);
  }

  async #lookAgain(): Promise<void> {
    if (await anyWrittenSince(this.#watched, this.#readAt - FILE_TIME_STEP)) this.#onChange();
  }
}

function isOurs(path: string): boolean {
  return path.split(sep).some((part) => part === "node_modules" || part === ".tandem");
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === new Set(a).size;
}

async function anyWrittenSince(files: readonly string[], since: number): Promise<boolean> {
  const times = await Promise.all(
    files.map((file) =>
      stat(file).then(
        (facts) => (facts.isFile() ? facts.mtimeMs : 0),
        () => 0,
      ),
    ),
  );
  return times.some((time) => time > since);
}
