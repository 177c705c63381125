import { dirname, sep } from "node:path";
import { watch, type FSWatcher } from "chokidar";

/** Watches the files an app is made of, and no others. */
export class SourceWatch {
  readonly #watcher: FSWatcher;
  #watched = new Set<string>();

  constructor(onChange: () => void) {
    this.#watcher = watch([], {
      ignoreInitial: true,
      depth: 0,
      ignored: (path) => path.split(sep).some((part) => part === "node_modules" || part === ".tandem"),
    });
    this.#watcher.on("all", onChange);
  }

  /** Exactly these from now on. */
  follow(files: readonly string[]): void {
    const wanted = new Set(files);
    this.#watcher.unwatch([...this.#watched].filter((file) => !wanted.has(file)));
    this.#watcher.add([...wanted].filter((file) => !this.#watched.has(file)));
    this.#watched = wanted;
  }

  /** These too, and whatever else appears beside them: the file that is missing may come. */
  followNeighbours(files: readonly string[]): void {
    this.follow([...new Set([...this.#watched, ...files, ...files.map((file) => dirname(file))])]);
  }

  close(): Promise<void> {
    return this.#watcher.close();
  }
}
