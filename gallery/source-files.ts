import { readFileSync } from "node:fs";
import type { Child } from "tandem";
import { highlight } from "./highlight.tsx";

/** A file of the examples as it stands: read and coloured when it is first shown, for all sessions. */
export class SourceFile {
  readonly name: string;
  #shown: { lineCount: number; view: Child } | undefined;

  /** `name` is below the `examples/` it belongs to. */
  constructor(name: string) {
    this.name = name;
  }

  get lineCount(): number {
    return this.#read().lineCount;
  }

  /** The text in colours. */
  get view(): Child {
    return this.#read().view;
  }

  #read(): { lineCount: number; view: Child } {
    if (this.#shown === undefined) {
      const text = readFileSync(urlOf(this.name), "utf8").trimEnd();
      this.#shown = { lineCount: text.split("\n").length, view: highlight(text) };
    }
    return this.#shown;
  }
}

const files = new Map<string, SourceFile>();

/** The same one for all who ask. */
export function sourceFile(name: string): SourceFile {
  let file = files.get(name);
  if (file === undefined) files.set(name, (file = new SourceFile(name)));
  return file;
}

function urlOf(name: string): URL {
  const folder = /^(seeds|apps)\//.test(name) ? "../examples" : name.startsWith("book/") ? "." : "examples";
  return new URL(`${folder}/${name}`, import.meta.url);
}
