import type { StandardSchemaV1 } from "@standard-schema/spec";
import { TandemError } from "../../core/errors.ts";

/** How the values of a field are known and kept: as its first value is, or as its schema says. */
export interface SettingKind {
  readonly expected: string;
  /** The value that this is, if it can be one; else `undefined`, or a fault in words. */
  check(value: unknown): { readonly value: unknown } | { readonly fault: string };
  /** Makes of JSON what may be checked. */
  revive(json: unknown): unknown;
}

const asIs = (json: unknown): unknown => json;

function kind(expected: string, holds: (value: unknown) => boolean, revive = asIs): SettingKind {
  const check = (value: unknown) => (holds(value) ? { value } : { fault: `Expected ${expected}` });
  return { expected, check, revive };
}

const reviveDate = (json: unknown): unknown => (typeof json === "string" ? new Date(json) : json);
const isDate = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime());

function isRecord(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const KINDS: readonly SettingKind[] = [
  kind("text", (value) => typeof value === "string"),
  kind("a number", (value) => typeof value === "number" && Number.isFinite(value)),
  kind("true or false", (value) => typeof value === "boolean"),
  kind("a date", isDate, reviveDate),
  kind("a list", Array.isArray),
  kind("a plain object", isRecord),
];

/** The kind of a field by its first value, and its schema if it has one. */
export function settingKind(place: string, initial: unknown, schema: StandardSchemaV1 | undefined): SettingKind {
  if (schema !== undefined) return bySchema(place, initial, schema);
  const found = KINDS.find(({ check }) => "value" in check(initial));
  if (found !== undefined) return found;
  throw new TandemError(
    "memory/settings-field",
    `Expected the first value of ${place} to be ${KINDS.map(({ expected }) => expected).join(", ")}, but it is ${String(initial)}. Give it one of those, or a schema: static schemas = { … }.`,
  );
}

function bySchema(place: string, initial: unknown, schema: StandardSchemaV1): SettingKind {
  const check: SettingKind["check"] = (value) => {
    const result = schema["~standard"].validate(value);
    if (result instanceof Promise) throw asynchronous(place);
    if (result.issues === undefined) return { value: result.value };
    return { fault: result.issues.map(({ message }) => message).join("; ") || "Refused by its schema" };
  };
  return { expected: "what its schema takes", check, revive: isDate(initial) ? reviveDate : asIs };
}

function asynchronous(place: string): TandemError {
  return new TandemError(
    "memory/settings-schema",
    `Expected the schema of ${place} to answer at once, but it returned a promise. Check in a handler what takes time.`,
  );
}
