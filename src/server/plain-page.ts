import { escapeHtml } from "./html.ts";

/** A page of the server's own, without an app. */
export interface PlainPage {
  readonly title: string;
  /** CSS of its own, beside that of all such pages. */
  readonly style: string;
  /** HTML below the heading, which is the title. */
  readonly content: string;
  /** What the page's policy lets its style and script run by. */
  readonly nonce: string;
  /** Source of a script of our own. */
  readonly script?: string | undefined;
}

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0 auto;padding:max(2rem,8vh) 1.5rem}
h1{font-size:1.5rem;margin:0 0 .5rem}`;

export function plainPageHtml({ title, style, content, nonce, script }: PlainPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLE}${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
${script === undefined ? "" : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
}
