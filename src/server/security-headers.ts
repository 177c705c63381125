import { TandemError } from "../core/errors.ts";
import { nearestName } from "../core/nearest-name.ts";

/** Sources an app adds to the page's strict policy, by directive: `{ "img-src": ["https://tiles.example.com"] }`. */
export type ContentSecurityAdditions = Readonly<Record<string, readonly string[]>>;

const STRICT = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "style-src-attr": ["'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "media-src": ["'self'", "blob:"],
  "connect-src": ["'self'"],
  "frame-src": ["'none'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'self'"],
  "require-trusted-types-for": ["'script'"],
  // The last is of Lit, which Web Awesome's components are drawn with: it makes markup only of texts in code.
  "trusted-types": ["tandem", "tandem-script", "lit-html"],
} satisfies Record<string, readonly string[]>;

/** Fixed whatever the app adds: without them, injected markup could run. */
const CLOSED = ["default-src", "base-uri", "require-trusted-types-for"];
const NONCED = ["script-src", "style-src"];

/** The policy of a page with this nonce. A source beside `'none'` replaces it. */
export function contentSecurityPolicy(nonce: string, additions: ContentSecurityAdditions = NO_ADDITIONS): string {
  let pieces = policies.get(additions);
  if (pieces === undefined) policies.set(additions, (pieces = policyText(additions).split(NONCE_PLACE)));
  return pieces.join(nonce);
}

const NO_ADDITIONS: ContentSecurityAdditions = {};
/** What stands where a nonce will: nothing that a directive may hold. */
const NONCE_PLACE = "\n";
/** What goes around the nonces, by additions: the same for all pages of a server. */
const policies = new WeakMap<ContentSecurityAdditions, string[]>();

function policyText(additions: ContentSecurityAdditions): string {
  return Object.entries(STRICT)
    .map(([directive, sources]) => {
      const nonce = NONCED.includes(directive) ? [`'nonce-${NONCE_PLACE}'`] : [];
      const added = [...nonce, ...(additions[directive] ?? [])];
      const kept = added.length > 0 ? sources.filter((source) => source !== "'none'") : sources;
      return [directive, ...kept, ...added].join(" ");
    })
    .join("; ");
}

export function checkContentSecurityAdditions(additions: ContentSecurityAdditions): void {
  const open = Object.keys(STRICT).filter((directive) => !CLOSED.includes(directive));
  for (const [directive, sources] of Object.entries(additions)) {
    if (!open.includes(directive)) {
      const near = nearestName(directive, open);
      throw new TandemError(
        "server/content-security",
        `Expected contentSecurity to add to ${open.join(", ")}, but got "${directive}".${near ? ` Did you mean "${near}"?` : ""}`,
      );
    }
    if (!Array.isArray(sources) || sources.some((source) => typeof source !== "string" || /[\s;,]|^$/.test(source))) {
      throw new TandemError(
        "server/content-security",
        `Expected contentSecurity["${directive}"] to be a list of single sources such as "https://example.com", but got ${JSON.stringify(sources)}.`,
      );
    }
  }
}

/** For every answer. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** For every answer that is a page. */
export function pageHeaders(policy: string): Record<string, string> {
  // Written out, as copying COMMON_HEADERS makes an object that is slow to add to.
  return {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policy,
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    Vary: "Accept-Encoding",
  };
}
