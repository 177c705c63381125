import { expectFunction } from "../../session/arguments.ts";
import type { Child, Live } from "../../view/node.ts";
import { checkFieldOptions } from "./field-options.ts";
import { AskedField, type FieldOptions, type FormField } from "./form-field.tsx";
import { CustomFrame } from "./custom-frame.tsx";

export interface CustomFieldOptions<T, Out = unknown> extends FieldOptions<T, T, boolean, Out> {
  value: T;
  /** What it shows, with `field.value` in it; built once. */
  render: (field: FormField<T>) => Child;
  /** Whether there is nothing in it, which is then asked for; never, unless told. */
  isEmpty?: (value: T) => boolean;
}

/** A field of any values, whose control is the app's own. What its handlers write is checked by them, and by `validate`. */
export function customField<T, Out = T>(
  label: Live<string>,
  options: CustomFieldOptions<T, Out>,
): FormField<T, NoInfer<Out>> {
  checkFieldOptions("field.custom()", options, ["render", "isEmpty"]);
  expectFunction("field.custom", options.render);
  const made: AskedField<T> = new AskedField<T>(label, options, {
    initial: options.value,
    isEmpty: options.isEmpty,
    render: (props) => <CustomFrame props={props}>{options.render(made)}</CustomFrame>,
  });
  return made as FormField<T, Out>;
}
