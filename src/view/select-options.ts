import type { Control } from "./control.ts";
import { unescapeHtml } from "./markup.ts";

const OPTION = /<optgroup([^>]*)>|<\/optgroup>|<option([^>]*)>(.*?)<\/option>/gs;
/** Comments round what is live in the text, and elements. */
const MARKUP = /<[^>]*>/g;

/**
 * The values a `select` offers, read off its own markup as it stands: whatever made the options, a client can choose
 * only what it was shown.
 */
export function offeredValues({ id, block }: Control): Set<string> {
  const html = block.html();
  const start = html.indexOf(`<select data-t="${id}"`);
  const end = html.indexOf("</select>", start);
  const offered = new Set<string>();
  let groupAttributes = "";
  for (const [, group, attributes, text = ""] of html.slice(start, end).matchAll(OPTION)) {
    if (attributes === undefined) groupAttributes = group ?? "";
    else if (!isOff(groupAttributes) && !isOff(attributes)) offered.add(valueOf(attributes, text));
  }
  return offered;
}

const isOff = (attributes: string): boolean => / disabled(?![\w-])/.test(attributes.replace(/"[^"]*"/g, ""));

function valueOf(attributes: string, text: string): string {
  const given = / value="([^"]*)"/.exec(attributes)?.[1];
  return unescapeHtml(given ?? textOf(text));
}

/** As browsers do: not all that JavaScript takes for white space goes. */
function textOf(html: string): string {
  const text = html.replace(MARKUP, "").replace(/[\t\n\f\r ]+/g, " ");
  return text.replace(/^ | $/g, "");
}
