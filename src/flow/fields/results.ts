import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { FormField } from "./form-field.tsx";

/** What an answer has of a field whose values are `T`: what its schema makes of it, or the value; or what stands for nothing, where it is not required. */
export type ResultOf<T, Options, Empty = never> = Options extends { validate: StandardSchemaV1<unknown, infer Out> }
  ? Out
  : T | EmptyIf<Options, Empty>;

type EmptyIf<Options, Empty> = Options extends { required: infer Required }
  ? Required extends true
    ? never
    : Empty
  : never;

/** What stands for a question that was cancelled, where it can be. */
export type Cancelled<Options> = Options extends { cancelable: infer Cancelable }
  ? Cancelable extends false
    ? never
    : null
  : never;

/** Any field, whatever it holds. */
export type AnyFormField = FormField<unknown, unknown>;

/** What the answer to a form has, by the names of its fields. */
export type ValuesOf<Fields> = {
  -readonly [Name in keyof Fields]: Fields[Name] extends { readonly "~result"?: infer Result } ? Result : never;
};
