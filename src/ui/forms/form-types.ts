import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import type { Field } from "../base/field.ts";

/** Any schema that says what a form is to give. */
export type FormSchema = StandardSchemaV1<object, unknown>;

type Nothing = null | undefined;

/** What has methods, such as a date or a file, is one value; other objects are taken apart into fields. */
type IsPlain<T> = [T] extends [readonly unknown[]] ? false : [T] extends [object] ? HasNoMethods<T> : false;
type HasNoMethods<T> = [
  { [Key in keyof T]-?: T[Key] extends (...args: never[]) => unknown ? Key : never }[keyof T],
] extends [never]
  ? true
  : false;

type IsUnknown<T> = unknown extends T ? true : false;

/**
 * What a form has at first: a value for each field, also where the schema could do without. `null` stands for nothing
 * yet, as where nothing is chosen.
 */
export type InitialValues<Input> = { [Key in keyof Input]-?: InitialValue<Input[Key]> };

type InitialValue<T> =
  IsUnknown<T> extends true
    ? T
    : IsPlain<NonNullable<T>> extends true
      ? InitialValues<NonNullable<T>> | Extract<T, undefined> | null
      : T | null;

/** The fields of a form, in the shape of its values. */
export type FormFields<Input, Initial = Input> = {
  readonly [Key in keyof Input]-?: FieldOf<Input[Key], Key extends keyof Initial ? Initial[Key] : never>;
};

/** An object whose fields the form has by themselves, a list of such objects, or one value. */
type FieldOf<T, Initial> =
  IsUnknown<T> extends true
    ? Field<T>
    : [NonNullable<T>] extends [readonly (infer Row)[]]
      ? IsPlain<Row> extends true
        ? FieldList<Row>
        : Field<Held<T, Initial>>
      : IsPlain<NonNullable<T>> extends true
        ? [Extract<Initial, Nothing>] extends [never]
          ? FormFields<NonNullable<T>, Initial>
          : Field<Held<T, Initial>>
        : Field<Held<T, Initial>>;

/** Nothing is in a field only if it was at first. */
type Held<T, Initial> = Exclude<T, undefined> | Extract<Initial, Nothing>;

/** A list of objects in a form: its rows with their fields, and the list as one value. */
export interface FieldList<Row> extends Field<Row[]> {
  /** For `<For each={…}>`: a row stays the same where others come and go. */
  readonly rows: ReadonlySignal<readonly FieldRow<Row>[]>;
  /** Adds a row, at the end unless told. */
  add(row: InitialValues<Row>, index?: number): void;
}

/** A row of a {@link FieldList}. */
export interface FieldRow<Row> {
  readonly fields: FormFields<Row>;
  /** Takes it out of the list. */
  remove(): void;
  /** Puts it in another place, counted from 0. */
  moveTo(index: number): void;
}

/** The names of what is in a form: `"name"`, `"address.city"`, `"lines.0.text"`. */
export type FieldPath<Input> =
  IsUnknown<Input> extends true
    ? string
    : { [Key in keyof Input & string]: PathFrom<Key, Input[Key]> }[keyof Input & string];

type PathFrom<Key extends string, T> =
  IsUnknown<T> extends true
    ? Key | `${Key}.${string}`
    : [NonNullable<T>] extends [readonly (infer Row)[]]
      ? Key | `${Key}.${number}` | (IsPlain<Row> extends true ? `${Key}.${number}.${FieldPath<Row>}` : never)
      : IsPlain<NonNullable<T>> extends true
        ? Key | `${Key}.${FieldPath<NonNullable<T>>}`
        : Key;

/** What is wrong, by the name of the field. */
export type FormErrors<Input> = { readonly [Path in FieldPath<Input>]?: string | undefined };

/** How far a form is. `"submitting"` includes its checks, `"failed"` what they found; both end with the next change. */
export type FormState = "idle" | "submitting" | "submitted" | "failed";
