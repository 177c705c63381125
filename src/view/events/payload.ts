import { TandemError } from "../../core/errors.ts";
import { DEFAULT_LIMITS } from "../../core/limits.ts";
import type { EventPayload } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";

/** The most that one event may hold. A frame's own size limit stands before these. */
export const PAYLOAD_LIMITS = {
  /** Characters of a control's value, and of each name and value of a form. */
  text: 1024 * 1024,
  /** Characters of a key's name, or a pointer's type. */
  keyName: 64,
  /** Values of a multiple select, and fields of a form. */
  values: 10_000,
  /** Pixels either way. */
  coordinate: 1e9,
  /** Nesting of a custom event's detail. */
  depth: DEFAULT_LIMITS.maxJsonDepth,
} as const;

/** A client sent a payload that the protocol does not allow; the session treats it as a protocol error. */
export class PayloadBreach extends TandemError {
  override readonly name = "PayloadBreach";

  constructor(field: string, expected: string) {
    super("protocol/bad-payload", `Expected ${expected} as the event payload's "${field}". Check the client.`);
  }
}

/**
 * Checks what came with an event, field by field. Fields it does not know are dropped. Returns `undefined` for no
 * payload; throws {@link PayloadBreach}, and nothing else, for one that is wrong.
 */
export function parsePayload(value: unknown): EventPayload | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new PayloadBreach("payload", "an object");
  }
  const payload: EventPayload = {};
  for (const field of Object.keys(value)) {
    const parse = parsers.get(field as keyof EventPayload);
    if (parse !== undefined)
      put(payload, field as keyof EventPayload, parse((value as EventPayload)[field as keyof EventPayload], field));
  }
  return payload;
}

function put<Field extends keyof EventPayload>(payload: EventPayload, field: Field, value: unknown): void {
  payload[field] = value as EventPayload[Field];
}

type Parser = (value: unknown, field: string) => unknown;

/** A `Map`, so that a field named `constructor` finds nothing. */
const parsers = new Map<keyof EventPayload, Parser>(
  Object.entries({
    at: coordinates(4, 4),
    b: integer(0, 31),
    m: integer(0, 15),
    n: integer(1, 65_535),
    k: text(PAYLOAD_LIMITS.keyName),
    code: text(PAYLOAD_LIMITS.keyName),
    r: integer(1, 1),
    v: controlValue,
    c: flag,
    bad: integer(1, 1),
    f: formEntries,
    by: text(PAYLOAD_LIMITS.text),
    o: flag,
    s: coordinates(2, 6),
    p: integer(-(2 ** 31), 2 ** 31),
    pt: text(PAYLOAD_LIMITS.keyName),
    d: detail,
  } satisfies Record<keyof EventPayload, Parser>) as [keyof EventPayload, Parser][],
);

function integer(least: number, most: number): Parser {
  return (value, field) => {
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new PayloadBreach(field, `a whole number from ${least} to ${most}`);
  };
}

function coordinates(fewest: number, most: number): Parser {
  return (value, field) => {
    if (isArray(value, most) && value.length >= fewest && value.every(isCoordinate)) return value.slice();
    throw new PayloadBreach(field, `${fewest} to ${most} pixel counts`);
  };
}

function isCoordinate(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= PAYLOAD_LIMITS.coordinate;
}

function text(longest: number): Parser {
  return (value, field) => {
    if (isText(value, longest)) return value;
    throw new PayloadBreach(field, `text of at most ${longest} characters`);
  };
}

function flag(value: unknown, field: string): boolean {
  if (typeof value === "boolean") return value;
  throw new PayloadBreach(field, "true or false");
}

function controlValue(value: unknown, field: string): string | string[] {
  if (isText(value, PAYLOAD_LIMITS.text)) return value;
  if (isArray(value, PAYLOAD_LIMITS.values) && value.every((item) => isText(item, PAYLOAD_LIMITS.text))) {
    return value.slice() as string[];
  }
  throw new PayloadBreach(field, `text, or at most ${PAYLOAD_LIMITS.values} texts`);
}

function formEntries(value: unknown, field: string): [name: string, value: string][] {
  if (isArray(value, PAYLOAD_LIMITS.values) && value.every(isEntry)) {
    return value.map(([name, text]) => [name, text]);
  }
  throw new PayloadBreach(field, `at most ${PAYLOAD_LIMITS.values} pairs of texts`);
}

function isEntry(value: unknown): value is [string, string] {
  return isArray(value, 2) && isText(value[0], PAYLOAD_LIMITS.text) && isText(value[1], PAYLOAD_LIMITS.text);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

function isArray(value: unknown, longest: number): value is unknown[] {
  return Array.isArray(value) && value.length <= longest;
}

function detail(value: unknown, field: string): Json {
  return copyJson(value, field, PAYLOAD_LIMITS.depth);
}

/** Copies, leaving out `__proto__`, which would become the prototype of whatever the app copies it to. */
function copyJson(value: unknown, field: string, depth: number): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object" || depth === 0)
    throw new PayloadBreach(field, `JSON of at most ${PAYLOAD_LIMITS.depth} levels`);
  if (Array.isArray(value)) return value.map((item) => copyJson(item, field, depth - 1));
  const copy: { [key: string]: Json } = {};
  for (const key of Object.keys(value)) {
    if (key !== "__proto__") copy[key] = copyJson((value as Record<string, unknown>)[key], field, depth - 1);
  }
  return copy;
}
