import type { StandardSchemaV1 } from "@standard-schema/spec";
import { TandemError } from "../core/errors.ts";
import { isPromiseLike } from "../reactive/promises.ts";

/** Reads a part of a URL as a value, and writes it back. */
export interface Param<T, Absent = undefined> {
  /** `undefined`: the text is none of this kind. */
  read(text: string): T | undefined;
  write(value: T): string;
  /** What a query has that lacks it, or holds something else. */
  readonly absent: Absent;
  /** The same with a value for a query that lacks it, or holds something else. */
  default(value: T): Param<T, T>;
}

/** What can read a parameter: a `param.…`, or any Standard Schema, such as Zod's. */
export type ParamReader = Param<unknown, unknown> | StandardSchemaV1;

/** The type of the value that a reader gives for a part of the path. */
export type PathValue<Reader> =
  Reader extends Param<infer T, unknown> ? T : Reader extends StandardSchemaV1<infer _, infer T> ? T : string;

/** The type of the value that a reader gives for a parameter of the query, which may be missing. */
export type QueryValue<Reader> =
  Reader extends Param<infer T, infer Absent>
    ? T | Absent
    : Reader extends StandardSchemaV1<infer Input, infer T>
      ? undefined extends Input
        ? T
        : T | undefined
      : string | undefined;

class TextParam<T, Absent> implements Param<T, Absent> {
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
  readonly absent: Absent;

  constructor({ read, write }: Pick<Param<T>, "read" | "write">, absent: Absent) {
    this.read = read;
    this.write = write;
    this.absent = absent;
  }

  default(value: T): Param<T, T> {
    return new TextParam(this, value);
  }
}

function make<T>(read: (text: string) => T | undefined): Param<T> {
  return new TextParam<T, undefined>({ read, write: String }, undefined);
}

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false };

/** A decimal as people write it: no exponent, no hexadecimal, no space. */
const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Readers of parameters in paths and queries.
 *
 * @example
 * ```tsx
 * import { page, param } from "tandem";
 *
 * export const orders = page({
 *   path: "/orders/:year",
 *   params: { year: param.integer },
 *   query: { sort: param.oneOf("date", "total").default("date"), open: param.boolean },
 *   component: ({ params, query }) => <h1>Orders of {params.year} by {query.sort}</h1>,
 * });
 * ```
 *
 * A path whose part cannot be read belongs to the next page that fits; a query's part that cannot be read counts as
 * missing. From Rio's typed `ComponentPage` parameters.
 */
export const param = {
  /** Any text; what a parameter without reader is. */
  text: make((text) => text),
  /** A whole number that arithmetic does not round. */
  integer: make((text) => {
    const value = /^-?\d+$/.test(text) ? Number(text) : NaN;
    return Number.isSafeInteger(value) ? value : undefined;
  }),
  /** A decimal number. */
  number: make((text) => (DECIMAL.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined)),
  /** `true`, `false`, `1` or `0`. */
  boolean: make((text) => (Object.hasOwn(TRUTHS, text.toLowerCase()) ? TRUTHS[text.toLowerCase()] : undefined)),
  /** One of these texts, in any case. */
  oneOf: <const Choice extends string>(...choices: Choice[]): Param<Choice> =>
    make((text) => choices.find((choice) => choice.toLowerCase() === text.toLowerCase())),
};

/** A reader as a `Param`; a Standard Schema is asked at once. */
export function toParam(reader: ParamReader | undefined): Param<unknown, unknown> {
  if (reader === undefined) return param.text as Param<unknown>;
  return "~standard" in reader ? schemaParam(reader) : (reader as Param<unknown, unknown>);
}

/** A query's value; what is missing or unlike has the reader's default. */
export const readText = (reader: Param<unknown, unknown>, text: string | null | undefined): unknown =>
  (text === null || text === undefined ? undefined : reader.read(text)) ?? reader.absent;

function schemaParam(schema: StandardSchemaV1): Param<unknown, unknown> {
  const read = (value: string | undefined) => {
    const result = schema["~standard"].validate(value);
    if (isPromiseLike(result)) throw asyncSchema(schema);
    return result.issues === undefined ? result.value : undefined;
  };
  const write = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value));
  return new TextParam<unknown, unknown>({ read, write }, read(undefined));
}

const asyncSchema = (schema: StandardSchemaV1): TandemError =>
  new TandemError(
    "pages/async-schema",
    `Expected a schema that validates at once, but the one by "${schema["~standard"].vendor}" gave a promise. Check in the page's guard what takes time.`,
  );
