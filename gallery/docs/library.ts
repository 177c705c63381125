import { readdirSync, readFileSync } from "node:fs";

/** A page of the documentation: a file of `docs/`. */
export interface DocsPage {
  /** Below `docs/`, without its ending; its address, too. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

export interface DocsGroup {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

const folder = new URL("../../docs/", import.meta.url);

const readPage = (path: string): DocsPage => {
  const text = readFileSync(new URL(`${path}.md`, folder), "utf8");
  return { path, title: /^# (.+)$/m.exec(text)?.[1] ?? path, text };
};

/** As the guide's own contents order them. */
function guidePages(): DocsPage[] {
  const { text } = readPage("guide/README");
  const names = [...text.matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, name]) => name!);
  return [...new Set(names)].map((name) => readPage(`guide/${name}`));
}

function widgetPages(): DocsPage[] {
  const files = readdirSync(new URL("widgets/", folder)).filter((file) => /^[a-z].*\.md$/.test(file));
  return files.toSorted().map((file) => readPage(`widgets/${file.replace(/\.md$/, "")}`));
}

let groups: readonly DocsGroup[] | undefined;

/** All of it, read once. */
export const library = (): readonly DocsGroup[] =>
  (groups ??= [
    { title: "Guide", pages: guidePages() },
    { title: "Widgets", pages: widgetPages() },
    { title: "Reference", pages: ["session", "errors", "security", "better-than-the-seeds"].map(readPage) },
    { title: "Coming from", pages: ["shiny", "pywebio", "rio"].map((seed) => readPage(`migrating/${seed}`)) },
  ]);

export const findPage = (path: string): DocsPage | undefined =>
  library()
    .flatMap(({ pages }) => pages)
    .find((page) => page.path === path);
