import type { FormField } from "./form-field.tsx";

/** What stands for nothing, where something need not be filled in. */
export type EmptyUnless<Required extends boolean, Empty> = Required extends true ? never : Empty;

/** `null`, where a question can be cancelled. */
export type NullIf<Cancelable extends boolean> = Cancelable extends false ? never : null;

/** Any field, whatever it holds. */
export type AnyFormField = FormField<unknown, unknown, null>;

/** What the answer to a form has, by the names of its fields. */
export type ValuesOf<Fields> = {
  -readonly [Name in keyof Fields]: Fields[Name] extends { readonly "~result"?: infer Result } ? Result : never;
};

/** `null`, if one of the fields has a button that cancels. */
export type CancelOf<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends { readonly "~cancel"?: infer Cancel }
    ? Exclude<Cancel, undefined>
    : never;
}[keyof Fields];
