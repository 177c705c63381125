import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";
import type { Signal } from "../../reactive/signal.ts";
import type { Bindable, Field } from "./field.ts";

/** What every input takes. */
export interface FieldProps<T> {
  /** What is to be entered; always read out, and shown unless `hideLabel`. */
  label: Live<string>;
  /** Only read out, where the place says it all, as in a toolbar. */
  hideLabel?: boolean;
  /** Holds the value, both ways: a signal, a field of a form, or a name for `session.input(name)`. */
  bind?: Bindable<T>;
  /** What it holds at first, where `bind` is left out or a name. */
  value?: NoInfer<T>;
  /** Anything else: a sentence for the person if the value is not allowed. Not asked of an empty one. */
  validate?: (value: NoInfer<T>) => string | undefined;
  /** More to say, below. */
  help?: Child;
  /** What is wrong with the value, for the app to say; the input's own complaints go before it. */
  error?: Live<string | undefined>;
  /** Nothing can be entered; the server refuses what is sent all the same. */
  disabled?: Live<boolean>;
  /** Can be read and copied, but not changed; the server refuses what is sent all the same. */
  readonly?: Live<boolean>;
  /** May not be left empty: `bind` is not emptied, and a form with it is not submitted. */
  required?: Live<boolean>;
  /** Called with each allowed value that a person enters. */
  onChange?: (value: T) => unknown;
  /** Of the control; `"medium"` unless told. */
  size?: "small" | "medium" | "large";
  /** The label stands beside the control where there is room. */
  labelBeside?: boolean;
  /** Of the control; made up unless told. */
  id?: string;
  class?: ClassValue;
}

/** Of an input whose value is more than a name can stand for, as a range of dates. */
export interface UnnamedProps<T> extends Omit<FieldProps<T>, "bind"> {
  /** Holds the value, both ways: a signal or a field of a form. */
  bind?: Signal<T> | Field<T>;
}
