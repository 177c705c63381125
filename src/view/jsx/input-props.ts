import type { Signal } from "../../reactive/signal.ts";
import type { Live } from "../node.ts";
import type { Attribute, Numeric } from "./attribute-value.ts";
import type { Autocomplete, InvokerAttributes, SubmitterAttributes } from "./form-props.ts";
import type { VoidProps } from "./global-props.ts";

/**
 * `<input>`, told apart by `type`, which is text when left out. Each kind comes loose, with `value` or `checked`,
 * bound to a signal, which then is its only value, or bound by a name, under which the session has its value; then
 * `value` or `checked` is what it holds at first.
 */
export type InputProps =
  | LooseTextInput
  | BoundTextInput
  | NamedTextInput
  | LooseDateInput
  | BoundDateInput
  | NamedDateInput
  | LooseNumberInput
  | BoundNumberInput
  | NamedNumberInput
  | LooseColorInput
  | BoundColorInput
  | NamedColorInput
  | LooseCheckbox
  | BoundCheckbox
  | NamedCheckbox
  | LooseRadio
  | BoundRadio
  | NamedRadio
  | FileInput
  | HiddenInput
  | ButtonInput
  | ImageInput;

interface InputBase extends VoidProps {
  disabled?: Attribute<boolean>;
  form?: Attribute<string>;
  name?: Attribute<string>;
}

/** What a control has that a person writes into. */
interface EditableInput extends InputBase {
  autocomplete?: Attribute<Autocomplete>;
  list?: Attribute<string>;
  placeholder?: Attribute<string>;
  readonly?: Attribute<boolean>;
  required?: Attribute<boolean>;
}

interface TextInput extends EditableInput {
  /** May be live, as for a password that can be shown. */
  type?: Attribute<"text" | "search" | "email" | "password" | "tel" | "url">;
  dirname?: Attribute<string>;
  maxlength?: Attribute<Numeric>;
  minlength?: Attribute<Numeric>;
  multiple?: Attribute<boolean>;
  pattern?: Attribute<string>;
  size?: Attribute<Numeric>;
}
interface LooseTextInput extends TextInput {
  bind?: undefined;
  value?: Attribute<string>;
}
interface BoundTextInput extends TextInput {
  bind: Signal<string>;
  value?: undefined;
}
interface NamedTextInput extends TextInput {
  bind: string;
  id?: undefined;
  value?: Live<string>;
}

interface DateInput extends EditableInput {
  type: "date" | "time" | "datetime-local" | "month" | "week";
  max?: Attribute<string>;
  min?: Attribute<string>;
  step?: Attribute<Numeric | "any">;
}
interface LooseDateInput extends DateInput {
  bind?: undefined;
  value?: Attribute<string>;
}
interface BoundDateInput extends DateInput {
  bind: Signal<string>;
  value?: undefined;
}
interface NamedDateInput extends DateInput {
  bind: string;
  id?: undefined;
  value?: Live<string>;
}

interface NumberInput extends EditableInput {
  type: "number" | "range";
  max?: Attribute<Numeric>;
  min?: Attribute<Numeric>;
  step?: Attribute<Numeric | "any">;
}
interface LooseNumberInput extends NumberInput {
  bind?: undefined;
  value?: Attribute<string | number>;
}
interface BoundNumberInput extends NumberInput {
  /** Holds `null` while the field holds no number. */
  bind: Signal<number> | Signal<number | null>;
  value?: undefined;
}
interface NamedNumberInput extends NumberInput {
  bind: string;
  id?: undefined;
  value?: Live<string | number | null>;
}

interface ColorInput extends InputBase {
  type: "color";
  alpha?: Attribute<boolean>;
  autocomplete?: Attribute<Autocomplete>;
  colorspace?: Attribute<"limited-srgb" | "display-p3">;
  list?: Attribute<string>;
}
interface LooseColorInput extends ColorInput {
  bind?: undefined;
  value?: Attribute<string>;
}
interface BoundColorInput extends ColorInput {
  bind: Signal<string>;
  value?: undefined;
}
interface NamedColorInput extends ColorInput {
  bind: string;
  id?: undefined;
  value?: Live<string>;
}

interface Checkbox extends InputBase {
  type: "checkbox";
  /** Shown as neither checked nor not. */
  indeterminate?: Attribute<boolean>;
  required?: Attribute<boolean>;
  value?: Attribute<string>;
}
interface LooseCheckbox extends Checkbox {
  bind?: undefined;
  checked?: Attribute<boolean>;
}
interface BoundCheckbox extends Checkbox {
  bind: Signal<boolean>;
  checked?: undefined;
}
interface NamedCheckbox extends Checkbox {
  bind: string;
  id?: undefined;
  checked?: Live<boolean>;
}

interface Radio extends InputBase {
  type: "radio";
  required?: Attribute<boolean>;
  /** Which choice of its group it is. */
  value: Live<string>;
}
interface LooseRadio extends Radio {
  bind?: undefined;
  checked?: Attribute<boolean>;
}
interface BoundRadio extends Radio {
  /** The value of the group's chosen radio. */
  bind: Signal<string>;
  checked?: undefined;
}
interface NamedRadio extends Radio {
  bind: string;
  checked?: Live<boolean>;
}

interface FileInput extends InputBase {
  type: "file";
  accept?: Attribute<string>;
  capture?: Attribute<boolean | "user" | "environment">;
  multiple?: Attribute<boolean>;
  required?: Attribute<boolean>;
}

interface HiddenInput extends InputBase {
  type: "hidden";
  value?: Attribute<string>;
}

interface ButtonInput extends InputBase, SubmitterAttributes, InvokerAttributes {
  type: "button" | "submit" | "reset";
  value?: Attribute<string>;
}

interface ImageInput extends InputBase, SubmitterAttributes {
  type: "image";
  alt?: Attribute<string>;
  height?: Attribute<Numeric>;
  src?: Attribute<string>;
  width?: Attribute<Numeric>;
}
