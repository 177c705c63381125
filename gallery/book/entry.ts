import { readFileSync } from "node:fs";
import type { Child } from "tandem";
import { highlight } from "../highlight.tsx";
import { stateCode } from "./state-code.ts";

/** A widget in one state. */
export interface BookState {
  readonly name: string;
  readonly render: () => Child;
  /** The code of `render`, in colours. */
  readonly code: Child;
}

/** A widget in all its states. */
export interface BookEntry {
  /** Its last part of the address, as its file is called. */
  readonly slug: string;
  readonly title: string;
  /** One sentence, of its page in `docs/widgets`. */
  readonly summary: string;
  /** The names of `tandem/ui` that it shows. */
  readonly widgets: readonly string[];
  readonly docs: string;
  readonly states: readonly BookState[];
  /** Whether it needs the whole width, with its code below. */
  readonly isWide: boolean;
}

export interface BookFamily {
  /** The first part of the addresses of its entries. */
  readonly path: string;
  readonly title: string;
  readonly entries: readonly BookEntry[];
}

interface EntryOptions {
  /** `import.meta.url` of the file, whose text is shown. */
  from: string;
  title: string;
  widgets: readonly string[];
  /** Its page in `docs/widgets`, without `.md`; as the file is called unless told. */
  docs?: string;
  isWide?: boolean;
  /** What is shown, by name, in the order of the file; each with whatever it needs in it. */
  states: Readonly<Record<string, () => Child>>;
}

/**
 * An entry of the book, the default export of its file. States are written one level below `states`, as the formatter
 * has them: that is how their code is found.
 *
 *     export default entry({
 *       from: import.meta.url,
 *       title: "Button",
 *       widgets: ["Button"],
 *       states: {
 *         Normal: () => <Button>Save</Button>,
 *         "Switched off": () => <Button disabled>Save</Button>,
 *       },
 *     });
 */
export function entry(options: EntryOptions): BookEntry {
  const { from, title, widgets, isWide = false } = options;
  const source = readFileSync(new URL(from), "utf8");
  const slug = /([^/]+)\.tsx$/.exec(from)?.[1] ?? title;
  const docs = options.docs ?? slug;
  const states = Object.entries(options.states).map(([name, render]) => ({
    name,
    render,
    code: highlight(stateCode(source, name)),
  }));
  return { slug, title, widgets, docs, isWide, states, summary: summaryOf(docs) };
}

/** The first sentences of a widget's page. */
function summaryOf(docs: string): string {
  const page = readFileSync(new URL(`../../docs/widgets/${docs}.md`, import.meta.url), "utf8");
  return (page.split("\n\n")[1] ?? "").replace(/[`*]|\]\([^)]*\)|\[/g, "");
}
