/** Writing HTML text: the only place that escapes. */

const NEEDS_ESCAPE = /[&<>"\r]/;

/** Escapes for text and for double-quoted attribute values alike. */
export function escapeHtml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  let escaped = "";
  let written = 0;
  for (let i = 0; i < text.length; i++) {
    const replacement = entityOf(text.charCodeAt(i));
    if (replacement === undefined) continue;
    escaped += text.slice(written, i) + replacement;
    written = i + 1;
  }
  return escaped + text.slice(written);
}

function entityOf(code: number): string | undefined {
  switch (code) {
    case 38:
      return "&amp;";
    case 60:
      return "&lt;";
    case 62:
      return "&gt;";
    case 34:
      return "&quot;";
    case 13:
      return "&#13;"; // bare, a parser would make a line feed of it
    default:
      return undefined;
  }
}

/** What {@link escapeHtml} escaped, as it was. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#13);/g, (_, name: string) => ENTITIES[name]!);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#13": "\r" };

const VOID_ELEMENTS = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** Whether an element has no content and no end tag. */
export const isVoidElement = (tag: string): boolean => VOID_ELEMENTS.has(tag);
