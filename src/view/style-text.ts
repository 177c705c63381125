import { TandemError } from "../core/errors.ts";
import { readLive } from "./live.ts";
import type { StyleValue } from "./jsx/class-and-style.ts";

/** The style attribute's text; reads what is live in it. Text is taken as it is; values of a record cannot leave their place. */
export function styleText(value: StyleValue): string {
  if (!value) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(styleText).filter(Boolean).join(";");
  let text = "";
  for (const [property, live] of Object.entries(value)) {
    const part = readLive(live);
    if (part === null || part === undefined || part === false) continue;
    text += `${text && ";"}${checkedProperty(property)}:${checkedValue(property, String(part))}`;
  }
  return text;
}

function checkedProperty(property: string): string {
  if (/^-?-?[a-z][\w-]*$/i.test(property)) return property;
  throw new TandemError(
    "view/bad-style",
    `Expected the name of a CSS property such as "background-color", but got ${JSON.stringify(property)}.`,
  );
}

/** Strings, with the quotes that end them, and plain URLs. One that does not end is looked at once, however long. */
const STRINGS = /"(?:[^"\\\n]|\\.)*("?)|'(?:[^'\\\n]|\\.)*('?)|url\([^()"'\\]*\)/gi;

/** A value may neither end its declaration nor take in the next: no `;`, braces, comments or brackets left open. */
function checkedValue(property: string, value: string): string {
  const bare = value.replace(STRINGS, (_, double?: string, single?: string) =>
    double === "" || single === "" ? "'" : "",
  );
  if (!/[;{}"'\\]|\/\*|\*\//.test(bare) && isBalanced(bare)) return value;
  throw new TandemError(
    "view/bad-style",
    `Expected one value for the CSS property ${property}, but got ${JSON.stringify(value)}. Give each property its own entry.`,
  );
}

function isBalanced(text: string): boolean {
  const closers: string[] = [];
  for (const [bracket] of text.matchAll(/[()[\]]/g)) {
    if (bracket === "(") closers.push(")");
    else if (bracket === "[") closers.push("]");
    else if (closers.pop() !== bracket) return false;
  }
  return closers.length === 0;
}
