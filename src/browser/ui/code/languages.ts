import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { markdown } from "@codemirror/lang-markdown";
import { python } from "@codemirror/lang-python";
import { sql } from "@codemirror/lang-sql";
import type { Extension } from "@codemirror/state";

/** By the names that `CodeInput` takes; any other is plain text. */
const LANGUAGES: Readonly<Record<string, () => Extension>> = {
  javascript: () => javascript({ jsx: true }),
  typescript: () => javascript({ typescript: true, jsx: true }),
  json,
  markdown,
  css,
  html,
  python,
  sql,
};

export const languageNamed = (name: string | undefined): Extension => LANGUAGES[name ?? ""]?.() ?? [];
