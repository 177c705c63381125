import { entriesOf, type JsonNode } from "./json-nodes.ts";

/** Longer texts are shown up to here; copying takes all. */
const MAX_TEXT = 300;

/** What a value is, for its colour. */
export function kindOfValue(value: unknown): "text" | "number" | "boolean" | "nothing" | "branch" | "other" {
  if (typeof value === "string") return "text";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "boolean") return "boolean";
  if (value === null || value === undefined) return "nothing";
  return entriesOf(value).count > 0 || isPlain(value) ? "branch" : "other";
}

/** A value in a line: itself, or how much is in it. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return shortText(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `function ${value.name}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (typeof value !== "object" || value === null) return String(value);
  const { count } = entriesOf(value);
  if (count === 0 && !isPlain(value)) return String(value);
  return isList(value)
    ? `[${count === 0 ? "" : counted(count, "item")}]`
    : `{${count === 0 ? "" : counted(count, "key")}}`;
}

export const rowText = ({ range, value }: JsonNode): string => (range === undefined ? valueText(value) : "");

/** A value as JSON, whatever is in it. */
export const jsonText = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(plain(value, []), null, 2) ?? String(value));

/** What JSON can say of a value; where it comes back to itself, that it does. */
function plain(value: unknown, above: readonly object[]): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (above.includes(value)) return "[again]";
  const inside = [...above, value];
  if (isList(value)) return [...(value as Iterable<unknown>)].map((inner) => plain(inner, inside));
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [String(key), plain(inner, inside)]));
}

function shortText(text: string): string {
  if (text.length <= MAX_TEXT) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, MAX_TEXT)).slice(0, -1)}…" (${text.length.toLocaleString("en")} characters)`;
}

const isList = (value: object): boolean => Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Set;

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || isList(value) || value instanceof Map;
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
