import { rejectUnknownOptions } from "../../core/options.ts";
import type { FieldOptions } from "./form-field.tsx";

/** What every field takes. */
const FIELD_OPTIONS = [
  "value",
  "help",
  "required",
  "disabled",
  "readonly",
  "when",
  "validate",
  "onChange",
] as const satisfies readonly (keyof FieldOptions<unknown>)[];

/** Throws for options that are none; `more` are those of this kind of field. */
export const checkFieldOptions = (where: string, options: object, more: readonly string[]): void =>
  rejectUnknownOptions(where, options, [...FIELD_OPTIONS, ...more]);
