import { createRequire } from "node:module";
import { expect, it } from "vitest";
import type { HLJSApi, LanguageFn } from "highlight.js";
import { GRAMMARS } from "../../../src/ui/content/code/grammars.ts";
import { highlightLines } from "../../../src/ui/content/code/highlight.ts";

const require = createRequire(import.meta.url);

/** Languages that have been read, of highlight.js's. */
const read = (): string[] =>
  Object.keys(require.cache).flatMap((file) => /highlight\.js.lib.languages.([\w-]+)\.js$/.exec(file)?.[1] ?? []);

const kindsIn = (code: string, language: string): string[] =>
  highlightLines(code, language).flatMap((line) => line.map(({ text, kind }) => `${text}: ${kind}`));

it("W243: languages are read when code in them is first shown, with those that can stand in them", () => {
  expect(read()).not.toContain("vbnet");
  expect(kindsIn("Dim a", "vb")).toEqual(["Dim: hljs-keyword", " a: "]);
  expect(read()).toContain("vbnet");
  expect(read()).not.toContain("php-template");
  expect(kindsIn("<b><?php echo 1 ?></b>", "php-template")).toContain("1: php hljs-number");
  expect(read()).toEqual(expect.arrayContaining(["php-template", "php", "xml", "css", "javascript", "graphql"]));
  expect(read()).not.toContain("swift");
});

it("W243: code in code is told apart in its own language, at any depth", () => {
  expect(kindsIn("<style>a { color: red }</style>", "html")).toContain("color: css hljs-attribute");
  expect(kindsIn("const a = css`a { color: red }`", "TS")).toContain("color: css hljs-attribute");
  expect(kindsIn("*<b>x</b>*", "md")).toContain("b: hljs-emphasis xml hljs-tag hljs-name");
});

it("W243: what languages are called is what highlight.js calls them", () => {
  const highlighter = (require("highlight.js/lib/core") as HLJSApi).newInstance();
  for (const [name, aliases] of Object.entries(GRAMMARS)) {
    highlighter.registerLanguage(name, require(`highlight.js/lib/languages/${name}`) as LanguageFn);
    expect((highlighter.getLanguage(name)!.aliases ?? []).join(" "), name).toBe(aliases);
  }
  const common = (require("highlight.js/lib/common") as HLJSApi).listLanguages();
  expect(Object.keys(GRAMMARS).filter((name) => name !== "arduino")).toEqual(common.toSorted());
});
