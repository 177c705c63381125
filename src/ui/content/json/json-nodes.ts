/** The way from the root to a value: keys of records, and indices. */
export type JsonPath = readonly (string | number)[];

/** A row of the tree: a value, or a stretch of the many values that one value has. */
export interface JsonNode {
  /** What tells it from all other rows. */
  readonly id: string;
  /** What stands before it: its key, its index or its stretch. */
  readonly label: string;
  readonly path: JsonPath;
  readonly value: unknown;
  /** Which of the value's own values it is about, for a stretch. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
}

/** More values at one place are shown in stretches of so many, and of so many of those. */
export const MOST_CHILDREN = 100;

export const rootNode = (value: unknown): JsonNode => ({ id: "$", label: "", path: [], value, range: undefined });

/** What a value has in it, without reading all of it. */
interface Entries {
  readonly count: number;
  keyAt(index: number): string | number;
  valueAt(index: number): unknown;
}

const NO_ENTRIES: Entries = { count: 0, keyAt: () => "", valueAt: () => undefined };
const keysOf = new WeakMap<object, readonly string[]>();

export function entriesOf(value: unknown): Entries {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    const list = value as readonly unknown[];
    return { count: list.length, keyAt: (index) => index, valueAt: (index) => list[index] };
  }
  if (value instanceof Map) return entriesOf(Object.fromEntries(value));
  if (value instanceof Set) return entriesOf([...value]);
  if (typeof value !== "object" || value === null || value instanceof Date || value instanceof RegExp)
    return NO_ENTRIES;
  const keys = keysOf.get(value) ?? Object.keys(value);
  if (keys.length > MOST_CHILDREN) keysOf.set(value, keys);
  return {
    count: keys.length,
    keyAt: (index) => keys[index]!,
    valueAt: (index) => (value as Record<string, unknown>)[keys[index]!],
  };
}

/** The rows below a row. */
export function childNodes(node: JsonNode): JsonNode[] {
  const entries = entriesOf(node.value);
  const { from, to } = node.range ?? { from: 0, to: entries.count };
  const step = stepFor(to - from);
  const nodes: JsonNode[] = [];
  for (let start = from; start < to; start += step) {
    nodes.push(step === 1 ? valueNode(node, entries, start) : rangeNode(node, start, Math.min(to, start + step)));
  }
  return nodes;
}

/** The row below `node` under which the value at `index` stands. */
export function childToward(node: JsonNode, index: number): JsonNode {
  const entries = entriesOf(node.value);
  const { from, to } = node.range ?? { from: 0, to: entries.count };
  const step = stepFor(to - from);
  const start = from + Math.floor((index - from) / step) * step;
  return step === 1 ? valueNode(node, entries, start) : rangeNode(node, start, Math.min(to, start + step));
}

function stepFor(count: number): number {
  let step = 1;
  while (count > step * MOST_CHILDREN) step *= MOST_CHILDREN;
  return step;
}

function valueNode({ id, path }: JsonNode, entries: Entries, index: number): JsonNode {
  const key = entries.keyAt(index);
  return {
    id: `${id}/${index}`,
    label: String(key),
    path: [...path, key],
    value: entries.valueAt(index),
    range: undefined,
  };
}

const rangeNode = ({ id, path, value }: JsonNode, from: number, to: number): JsonNode => ({
  id: `${id}/${from}-${to}`,
  label: `${from} … ${to - 1}`,
  path,
  value,
  range: { from, to },
});

/** Whether there is something below. */
export const isBranch = ({ value }: JsonNode): boolean => entriesOf(value).count > 0;

/** A path as people write it: `$.items[3].name`. */
export const pathText = (path: JsonPath): string =>
  `$${path.map((key) => (typeof key === "number" ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)).join("")}`;
