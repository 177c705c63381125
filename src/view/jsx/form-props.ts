import type { Signal } from "../../reactive/signal.ts";
import type { Live } from "../node.ts";
import type { Attribute, Numeric, Word } from "./attribute-value.ts";
import type { ContainerProps, VoidProps, Target } from "./global-props.ts";

/** Detail tokens of `autocomplete`; several are separated by spaces. */
export type Autocomplete = Word<
  | "on"
  | "off"
  | "name"
  | "given-name"
  | "family-name"
  | "nickname"
  | "username"
  | "email"
  | "new-password"
  | "current-password"
  | "one-time-code"
  | "organization"
  | "street-address"
  | "address-line1"
  | "address-line2"
  | "postal-code"
  | "country"
  | "country-name"
  | "cc-name"
  | "cc-number"
  | "cc-exp"
  | "cc-csc"
  | "language"
  | "bday"
  | "tel"
  | "url"
>;

/** What submits a form says how. */
export interface SubmitterAttributes {
  formaction?: Attribute<string>;
  formenctype?: Attribute<FormEncoding>;
  formmethod?: Attribute<"get" | "post" | "dialog">;
  formnovalidate?: Attribute<boolean>;
  formtarget?: Target;
}

export type FormEncoding = "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain";

/** What shows or hides a popover, or commands a dialog, without a server. */
export interface InvokerAttributes {
  command?: Attribute<
    Word<"show-modal" | "close" | "request-close" | "show-popover" | "hide-popover" | "toggle-popover">
  >;
  commandfor?: Attribute<string>;
  popovertarget?: Attribute<string>;
  popovertargetaction?: Attribute<"toggle" | "show" | "hide">;
}

export interface FormProps extends ContainerProps {
  "accept-charset"?: Attribute<string>;
  action?: Attribute<string>;
  autocomplete?: Attribute<"on" | "off">;
  enctype?: Attribute<FormEncoding>;
  method?: Attribute<"get" | "post" | "dialog">;
  name?: Attribute<string>;
  novalidate?: Attribute<boolean>;
  rel?: Attribute<string>;
  target?: Target;
}

export interface ButtonProps extends ContainerProps, SubmitterAttributes, InvokerAttributes {
  disabled?: Attribute<boolean>;
  form?: Attribute<string>;
  name?: Attribute<string>;
  type?: Attribute<"button" | "submit" | "reset">;
  value?: Attribute<string>;
}

export interface FieldsetProps extends ContainerProps {
  disabled?: Attribute<boolean>;
  form?: Attribute<string>;
  name?: Attribute<string>;
}

export interface LabelProps extends ContainerProps {
  for?: Attribute<string>;
}

export interface OutputProps extends ContainerProps {
  for?: Attribute<string>;
  form?: Attribute<string>;
  name?: Attribute<string>;
}

export interface MeterProps extends ContainerProps {
  high?: Attribute<Numeric>;
  low?: Attribute<Numeric>;
  max?: Attribute<Numeric>;
  min?: Attribute<Numeric>;
  optimum?: Attribute<Numeric>;
  value?: Attribute<Numeric>;
}

export interface ProgressProps extends ContainerProps {
  max?: Attribute<Numeric>;
  value?: Attribute<Numeric>;
}

export interface OptionProps extends ContainerProps {
  disabled?: Attribute<boolean>;
  label?: Attribute<string>;
  selected?: Attribute<boolean>;
  value?: Attribute<string>;
}

export interface OptionGroupProps extends ContainerProps {
  disabled?: Attribute<boolean>;
  label?: Attribute<string>;
}

interface SelectBase extends ContainerProps {
  autocomplete?: Attribute<Autocomplete>;
  disabled?: Attribute<boolean>;
  form?: Attribute<string>;
  name?: Attribute<string>;
  required?: Attribute<boolean>;
  size?: Attribute<Numeric>;
}
interface LooseSelect extends SelectBase {
  bind?: undefined;
  multiple?: Attribute<boolean>;
  /** The chosen option's value; of a multiple select, also a list. */
  value?: Attribute<string | readonly string[]>;
}
interface BoundSelect extends SelectBase {
  /** The chosen option's value. */
  bind: Signal<string>;
  multiple?: false;
  value?: undefined;
}
interface BoundMultipleSelect extends SelectBase {
  /** The chosen options' values. */
  bind: Signal<string[]>;
  multiple: true;
  value?: undefined;
}
interface NamedSelect extends SelectBase {
  /** The name that the session has its value under. */
  bind: string;
  id?: undefined;
  multiple?: boolean;
  /** What is chosen at first. */
  value?: Live<string | readonly string[]>;
}
export type SelectProps = LooseSelect | BoundSelect | BoundMultipleSelect | NamedSelect;

interface TextareaBase extends VoidProps {
  autocomplete?: Attribute<Autocomplete>;
  cols?: Attribute<Numeric>;
  dirname?: Attribute<string>;
  disabled?: Attribute<boolean>;
  form?: Attribute<string>;
  maxlength?: Attribute<Numeric>;
  minlength?: Attribute<Numeric>;
  name?: Attribute<string>;
  placeholder?: Attribute<string>;
  readonly?: Attribute<boolean>;
  required?: Attribute<boolean>;
  rows?: Attribute<Numeric>;
  wrap?: Attribute<"soft" | "hard" | "off">;
}
interface LooseTextarea extends TextareaBase {
  bind?: undefined;
  value?: Attribute<string>;
}
interface BoundTextarea extends TextareaBase {
  bind: Signal<string>;
  value?: undefined;
}
interface NamedTextarea extends TextareaBase {
  /** The name that the session has its value under. */
  bind: string;
  id?: undefined;
  /** The text at first. */
  value?: Live<string>;
}
/** Takes its text as `value` or `bind`, not as children. */
export type TextareaProps = LooseTextarea | BoundTextarea | NamedTextarea;
