import { escapeHtml } from "./html.ts";

/** A page that says one thing, without an app. */
export interface NoticePage {
  title: string;
  text: string;
  /** Preformatted, as a stack or a piece of source. */
  details?: string;
  /** A script of our own, run under `nonce`. */
  script?: { nonce: string; source: string };
}

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;padding:max(2rem,8vh) 1.5rem;max-width:60rem;margin-inline:auto}
h1{font-size:1.5rem;margin:0 0 .5rem}
pre{overflow:auto;padding:1rem;border:1px solid #8886;border-radius:.5rem;background:#8881;font:14px/1.5 ui-monospace,monospace}
`;

export function noticeHtml(notice: NoticePage, styleNonce: string): string {
  const { details, script } = notice;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(notice.title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,">
<style nonce="${styleNonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(notice.title)}</h1>
<p>${escapeHtml(notice.text)}</p>
${details === undefined ? "" : `<pre>${escapeHtml(details)}</pre>`}
</main>
${script === undefined ? "" : `<script nonce="${script.nonce}">${script.source}</script>`}
</body>
</html>
`;
}
