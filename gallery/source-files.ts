import { readFileSync } from "node:fs";
import type { Child } from "tandem";
import { highlight } from "./highlight.tsx";

export interface SourceFile {
  /** Below the `examples/` it belongs to. */
  name: string;
  lineCount: number;
  /** The text in colours. */
  view: Child;
}

const files = new Map<string, SourceFile>();

/** A file of the examples as it stands, read and coloured once for all sessions. */
export function sourceFile(name: string): SourceFile {
  let file = files.get(name);
  if (file === undefined) files.set(name, (file = readSource(name)));
  return file;
}

function readSource(name: string): SourceFile {
  const folder = /^(seeds|apps)\//.test(name) ? "../examples" : name.startsWith("book/") ? "." : "examples";
  const text = readFileSync(new URL(`${folder}/${name}`, import.meta.url), "utf8").trimEnd();
  return { name, lineCount: text.split("\n").length, view: highlight(text) };
}
