import type * as Css from "@codemirror/lang-css";
import type * as Html from "@codemirror/lang-html";
import type * as Javascript from "@codemirror/lang-javascript";
import type * as JsonPackage from "@codemirror/lang-json";
import type * as Markdown from "@codemirror/lang-markdown";
import type * as Python from "@codemirror/lang-python";
import type * as Sql from "@codemirror/lang-sql";
import type { Extension } from "@codemirror/state";
import { LanguageScripts } from "./language-scripts.ts";

export const languageScripts = new LanguageScripts();

/** By the names that `CodeInput` takes; nothing until their scripts have come. */
const LANGUAGES: Readonly<Record<string, () => Extension | undefined>> = {
  javascript: () => javascript()?.javascript({ jsx: true }),
  typescript: () => javascript()?.javascript({ typescript: true, jsx: true }),
  json: () => packageOf<typeof JsonPackage>("json")?.json(),
  markdown: () => packageOf<typeof Markdown>("markdown")?.markdown(),
  css: () => packageOf<typeof Css>("css")?.css(),
  html: () => packageOf<typeof Html>("html")?.html(),
  python: () => packageOf<typeof Python>("python")?.python(),
  sql: () => packageOf<typeof Sql>("sql")?.sql(),
};

const javascript = () => packageOf<typeof Javascript>("javascript");

const packageOf = <Exports>(name: string): Exports | undefined =>
  languageScripts.exportsOf(`@codemirror/lang-${name}`) as Exports | undefined;

/** Nothing where it is unknown or still to come: that is plain text. */
export const languageNamed = (name: string | undefined): Extension | undefined => LANGUAGES[name ?? ""]?.();
