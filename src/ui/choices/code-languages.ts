import { needPart, type CodeLanguagePart } from "../../session/parts.ts";

/** What CodeInput highlights. */
export type CodeInputLanguage =
  | "javascript"
  | "typescript"
  | "json"
  | "markdown"
  | "css"
  | "html"
  | "python"
  | "sql"
  | "text";

const HTML: readonly CodeLanguagePart[] = ["code-css", "code-javascript", "code-html"];

/** Some languages have others in them. */
const PARTS: Readonly<Record<CodeInputLanguage, readonly CodeLanguagePart[]>> = {
  javascript: ["code-javascript"],
  typescript: ["code-javascript"],
  json: ["code-json"],
  markdown: [...HTML, "code-markdown"],
  css: ["code-css"],
  html: HTML,
  python: ["code-python"],
  sql: ["code-sql"],
  text: [],
};

/** Has the pages of the current session load what highlights a language; for an unknown one, nothing. */
export function needLanguage(language: CodeInputLanguage): void {
  if (Object.hasOwn(PARTS, language)) PARTS[language].forEach(needPart);
}
