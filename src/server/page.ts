import { LAYER_REGION, PAGE_ID, ROOT_REGION } from "../protocol/operations.ts";
import type { RootAttributes } from "../view/view.ts";
import type { PartUrls } from "../session/parts.ts";
import { escapeHtml, scriptJson } from "./html.ts";
import type { PagePiece } from "./shared-gzip.ts";

export interface PageParts {
  lang: string;
  title: string;
  description?: string;
  /** Of the page that is shown, by the name of the `<meta>`. */
  meta?: Readonly<Record<string, string>> | undefined;
  /** URLs, in order: the runtime's, and then the app's. */
  styles: readonly string[];
  /** What else of the runtime is loaded, in order. */
  parts?: readonly PartUrls[] | undefined;
  script: string;
  /** URLs of the app's own modules, in order. */
  appScripts?: readonly string[];
  /** Runs at once, so that nothing done before the script has come is lost. */
  earlyScript: string;
  nonce: string;
  root: string;
  layers: string;
  /** Of the root element, besides its language. */
  attributes?: RootAttributes;
  /** What the script needs to attach. */
  config: { ticket: string; socket: string; v?: string; dev?: true };
}

export type StillPage = Omit<PageParts, "script" | "earlyScript" | "nonce" | "config">;

/** Two wheels. Inside the page, so that it costs no request. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none' stroke='%23568' stroke-width='4'%3E%3Ccircle cx='8' cy='20' r='6'/%3E%3Ccircle cx='24' cy='20' r='6'/%3E%3Cpath d='M8 20l5-10h8l3 10'/%3E%3C/svg%3E";

/** The page of a session: its whole screen as HTML, readable without the script. */
export const pageHtml = (page: PageParts): string => textOf(pagePieces(page));

export function textOf(pieces: readonly PagePiece[]): string {
  let text = "";
  for (const piece of pieces) text += piece.text;
  return text;
}

/** The same page in pieces: what is in this one alone, such as its ticket, apart from what many pages share. */
export function pagePieces(page: PageParts): PagePiece[] {
  return [
    shared(
      `<!doctype html>\n<html ${rootAttributes(page)} data-t="${PAGE_ID}">\n<head>\n${headHtml(page)}\n<script nonce="`,
    ),
    own(page.nonce),
    // Before all that the app shows, so that nothing there can pass for it.
    shared(`">${page.earlyScript}</script>\n<script type="application/json" id="tandem-config">`),
    own(scriptJson(page.config)),
    shared(`</script>\n${bodyStart(page)}`),
    shared(page.root),
    shared(`</div>\n<div id="tandem-layers" data-t="${LAYER_REGION}">`),
    shared(page.layers),
    shared("</div>\n</body>\n</html>\n"),
  ];
}

/** The page without a session: its screen as it is, and nothing that runs. */
export function stillPieces(page: StillPage): PagePiece[] {
  const { root, layers } = page;
  return [
    shared(`<!doctype html>\n<html ${rootAttributes(page)}>\n<head>\n${headHtml(page)}\n</head>\n<body>\n`),
    shared(`<div id="tandem-root">${root}</div>\n<div id="tandem-layers">${layers}</div>\n</body>\n</html>\n`),
  ];
}

function rootAttributes({ lang, attributes = {} }: StillPage): string {
  let text = `lang="${escapeHtml(lang)}"`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) text += ` ${name}="${escapeHtml(value === true ? "" : value)}"`;
  }
  return text;
}

const shared = (text: string): PagePiece => ({ text, shared: true });
const own = (text: string): PagePiece => ({ text, shared: false });

function bodyStart({ script, parts = [], appScripts = [] }: PageParts): string {
  const modules = [script, ...parts.map((part) => part.script), ...appScripts].map(
    (url) => `<script type="module" src="${escapeHtml(url)}"></script>`,
  );
  return `${modules.join("\n")}
</head>
<body>
<div id="tandem-root" data-t="${ROOT_REGION}">`;
}

function headHtml(page: StillPage): string {
  return [
    `<meta charset="utf-8">`,
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    ...metaHtml(page),
    `<link rel="icon" href="${ICON}">`,
    ...styleUrls(page).map((url) => `<link rel="stylesheet" href="${escapeHtml(url)}">`),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** The app's come last, so that what they say holds. */
function styleUrls({ styles: [runtime = "", ...own], parts = [] }: StillPage): string[] {
  return [runtime, ...parts.flatMap(({ styles }) => styles ?? []), ...own];
}

/** Those of the page that is shown are marked, as another page has others. */
function metaHtml({ description, meta = {} }: StillPage): string[] {
  const own = description === undefined || "description" in meta ? [] : [metaTag("description", description, "")];
  return [...own, ...Object.entries(meta).map(([name, content]) => metaTag(name, content, " data-page"))];
}

/** Open Graph has its names in an attribute of its own. */
function metaTag(name: string, content: string, mark: string): string {
  if (name === "canonical") return `<link rel="canonical" href="${escapeHtml(content)}"${mark}>`;
  const attribute = /^(og|article):/.test(name) ? "property" : "name";
  return `<meta ${attribute}="${escapeHtml(name)}" content="${escapeHtml(content)}"${mark}>`;
}
