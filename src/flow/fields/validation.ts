import type { StandardSchemaV1 } from "@standard-schema/spec";
import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";

/** What is said of a value that will not do, in a sentence for the person; nothing if it does. */
export type Complaint = string | undefined;

/**
 * What a value must be besides what its field asks for: a function that says what is wrong with it, now or later, or a
 * Standard Schema, which may also make something else of it.
 */
export type Validator<T, Out = unknown> =
  | ((value: T) => Complaint | void | Promise<Complaint | void>)
  | StandardSchemaV1<unknown, Out>;

/** What a validator found: what is wrong, and of which part; or the value. */
export type Verdict = { readonly value: unknown } | { readonly issues: readonly Issue[] };

export interface Issue {
  /** The part of the value that it is about, if it is one. */
  readonly name: string | undefined;
  readonly message: string;
}

/** What people are told where a validator throws: it is not their fault, and the app's author is told more. */
export const UNCHECKED = "This could not be checked. Please try again.";

/** Throws for what is no validator. */
export function checkValidator(where: string, validator: unknown): void {
  if (validator === undefined || typeof validator === "function" || isSchema(validator)) return;
  throw new TandemError(
    "flow/bad-validator",
    `Expected validate of ${where} to be a function or a Standard Schema, but got ${kindOf(validator)}. Write validate: (value) => value > 9 ? "Too many." : undefined.`,
  );
}

export const isSchema = (validator: unknown): validator is StandardSchemaV1 =>
  typeof validator === "object" && validator !== null && "~standard" in validator;

/** What a schema makes of a value, or what is wrong with it. Some schemas are functions, too. */
export async function judge(schema: StandardSchemaV1, value: unknown): Promise<Verdict> {
  const result = await schema["~standard"].validate(value);
  if (result.issues === undefined) return { value: result.value };
  return { issues: result.issues.map(({ message, path }) => ({ name: nameOf(path?.[0]), message })) };
}

function nameOf(part: PropertyKey | StandardSchemaV1.PathSegment | undefined): string | undefined {
  if (part === undefined) return undefined;
  return String(typeof part === "object" ? part.key : part);
}
