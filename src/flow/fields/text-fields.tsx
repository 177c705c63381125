import { TextInput, type TextInputProps } from "../../ui/inputs/text-input.tsx";
import type { Live } from "../../view/node.ts";
import { checkFieldOptions } from "./field-options.ts";
import { AskedField, type FieldOptions, type FormField } from "./form-field.tsx";
import type { ResultOf } from "./results.ts";

type TextControl = Pick<
  TextInputProps,
  "placeholder" | "autocomplete" | "minLength" | "maxLength" | "pattern" | "patternMessage"
>;

export interface TextFieldOptions extends FieldOptions<string>, TextControl {}

const TEXT_OPTIONS = ["placeholder", "autocomplete", "minLength", "maxLength", "pattern", "patternMessage"];

export type TextKind = NonNullable<TextInputProps["type"]>;

/** Makes the maker of fields for one kind of text. */
export const textField =
  (type: TextKind, where: string) =>
  <const Options extends TextFieldOptions = {}>(
    label: Live<string>,
    options?: Options & TextFieldOptions,
  ): FormField<string, ResultOf<string, Options>> => {
    const given: TextFieldOptions = options ?? {};
    checkFieldOptions(where, given, TEXT_OPTIONS);
    const { placeholder, autocomplete, minLength, maxLength, pattern, patternMessage } = given;
    const control = { placeholder, autocomplete, minLength, maxLength, pattern, patternMessage };
    return new AskedField(label, given, {
      initial: "",
      isEmpty: (value) => value === "",
      render: (props) => <TextInput {...control} {...props} type={type} />,
    }) as FormField<string, ResultOf<string, Options>>;
  };
