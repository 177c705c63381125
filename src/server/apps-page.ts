import { randomId } from "../core/ids.ts";
import { escapeHtml } from "./html.ts";
import { plainPageHtml } from "./plain-page.ts";
import { contentSecurityPolicy, pageHeaders } from "./security-headers.ts";

/** An app in the list of all. */
export interface ListedApp {
  readonly url: string;
  readonly title: string;
  readonly description?: string | undefined;
}

const STYLE = `
body{max-width:44rem}
h1{margin-bottom:1rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
a{display:block;padding:1rem 1.25rem;border:1px solid #8886;border-radius:.75rem;color:inherit;text-decoration:none}
a:hover{background:#8882}
a:focus-visible{outline:3px solid Highlight;outline-offset:2px}
strong{display:block;text-decoration:underline;text-underline-offset:.2em;overflow-wrap:anywhere}
span{opacity:.8;overflow-wrap:anywhere}
`;

export interface AppsPage {
  readonly apps: readonly ListedApp[];
  /** Said above the list. */
  readonly notice?: string;
  /** Source of a script of our own, in development. */
  readonly script?: string | undefined;
}

/** The page of a server that has several apps and none at its base path. */
export function appsPage({ apps, notice, script }: AppsPage): { html: string; headers: Record<string, string> } {
  const nonce = randomId();
  const above = notice === undefined ? "" : `<p>${escapeHtml(notice)}</p>\n`;
  const content = `${above}<ul>\n${apps.map(itemHtml).join("\n")}\n</ul>`;
  const html = plainPageHtml({ title: "Apps", style: STYLE, content, nonce, script });
  return { html, headers: pageHeaders(contentSecurityPolicy(nonce)) };
}

function itemHtml({ url, title, description }: ListedApp): string {
  const about = description === undefined ? "" : `<span>${escapeHtml(description)}</span>`;
  return `<li><a href="${escapeHtml(url)}"><strong>${escapeHtml(title)}</strong>${about}</a></li>`;
}
