import { TandemError } from "../../core/errors.ts";
import type { Json } from "../../protocol/operations.ts";

/**
 * A copy of `value` as JSON has it. Throws a `TandemError` (`client/not-json`) that names the part which JSON would
 * silently change or lose, such as a `Map`, a function or `NaN`. `what` begins the names: `"message"`, `"message.user"`.
 */
export function jsonCopy(value: unknown, what: string): Json {
  return copy(value, what, new Set());
}

function copy(value: unknown, path: string, above: Set<object>): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : refuse(path, String(value));
  if (typeof value !== "object") return refuse(path, value === undefined ? "undefined" : `a ${typeof value}`);
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return copy(toJSON.call(value, ""), path, above);
  if (above.has(value)) return refuse(path, "an object that contains itself");
  above.add(value);
  const copied = Array.isArray(value) ? copyList(value, path, above) : copyObject(value, path, above);
  above.delete(value);
  return copied;
}

const copyList = (list: unknown[], path: string, above: Set<object>): Json[] =>
  Array.from(list, (item, index) => copy(item, `${path}[${index}]`, above));

/** As in JSON, a property that is `undefined` is one that is not there. */
function copyObject(value: object, path: string, above: Set<object>): Json {
  if (!isPlain(value)) return refuse(path, `a ${value.constructor?.name || "special object"}`);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.map(([name, part]) => [name, copy(part, `${path}.${name}`, above)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(path: string, got: string): never {
  throw new TandemError(
    "client/not-json",
    `Expected ${path} to be what JSON can say, but got ${got}. Send plain objects, lists, texts, finite numbers, booleans and null.`,
  );
}
