import { readFileSync } from "node:fs";
import { markdownHtml } from "tandem/ui";
import { titleOf } from "./statistics.ts";

const STYLES = readFileSync(new URL("page.css", import.meta.url), "utf8");

/** A text as a page of its own, which asks nobody for anything and runs nothing. */
export const pageOf = (text: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(titleOf(text))}</title>
<style>
${STYLES}</style>
</head>
<body>
<main>
${markdownHtml(text)}
</main>
</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
