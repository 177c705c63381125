import { escapeHtml } from "./html.ts";
import { plainPageHtml } from "./plain-page.ts";

/** A page that says one thing, without an app. */
export interface NoticePage {
  title: string;
  text: string;
  /** Preformatted, as a stack or a piece of source. */
  details?: string | undefined;
  /** Source of a script of our own. */
  script?: string | undefined;
}

const STYLE = `
body{max-width:60rem}
pre{overflow:auto;padding:1rem;border:1px solid #8886;border-radius:.5rem;background:#8881;font:14px/1.5 ui-monospace,monospace}
`;

export function noticeHtml({ title, text, details, script }: NoticePage, nonce: string): string {
  const more = details === undefined ? "" : `\n<pre>${escapeHtml(details)}</pre>`;
  return plainPageHtml({ title, style: STYLE, content: `<p>${escapeHtml(text)}</p>${more}`, nonce, script });
}
