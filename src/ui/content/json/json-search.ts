import { entriesOf } from "./json-nodes.ts";

/** Where a value stands: the index at each step from the root. */
export type JsonPlace = readonly number[];

/** More are not told apart. */
export const MOST_FOUND = 1_000;

/** What is deeper in is not looked at: nobody could read it, and the way to it would be as long. */
const MOST_DEEP = 200;

/** Values looked at in one go. */
const SLICE = 20_000;

/**
 * Finds the places whose key, or value if it is none of many, has `needle` in it; in lower case, top down. It yields
 * now and then, so that others have their turn; what comes back to itself is looked at once.
 */
export function* findInJson(root: unknown, needle: string): Generator<undefined, JsonPlace[]> {
  const found: JsonPlace[] = [];
  const seen = new Set<object>();
  const waiting: { value: unknown; place: JsonPlace }[] = [{ value: root, place: [] }];
  let steps = 0;
  for (let next = waiting.pop(); next !== undefined && found.length < MOST_FOUND; next = waiting.pop()) {
    const { value, place } = next;
    const entries = entriesOf(value);
    if (typeof value === "object" && value !== null) {
      if (seen.has(value)) continue;
      seen.add(value);
    } else if (place.length === 0 && includes(value, needle)) found.push(place);
    const below: typeof waiting = [];
    for (let index = 0; index < entries.count && found.length < MOST_FOUND; index++) {
      const inner = entries.valueAt(index);
      const key = entries.keyAt(index);
      const isBranch = entriesOf(inner).count > 0;
      if ((typeof key === "string" && includes(key, needle)) || (!isBranch && includes(inner, needle))) {
        found.push([...place, index]);
      }
      if (isBranch && place.length < MOST_DEEP) below.push({ value: inner, place: [...place, index] });
      if (++steps % SLICE === 0) yield;
    }
    for (let last = below.pop(); last !== undefined; last = below.pop()) waiting.push(last);
  }
  return found;
}

const includes = (value: unknown, needle: string): boolean =>
  (typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    typeof value === "bigint" ||
    value === null) &&
  String(value).toLowerCase().includes(needle);
