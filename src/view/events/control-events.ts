import type { BaseEvent, Modifiers } from "./base-event.ts";
import type { FormValues } from "./form-values.ts";

/** A key went down or up. */
export interface KeyEvent extends BaseEvent, Modifiers {
  /** What the key means: `Enter`, `a`, `ArrowLeft`. */
  readonly key: string;
  /** Which key it is on the keyboard: `KeyA`. */
  readonly code: string;
  /** Whether it is being held down. */
  readonly repeat: boolean;
  /** The text of the control it was typed in; empty elsewhere. */
  readonly value: string;
}

/** A control has another value: `input` at each change, `change` once it is done. */
export interface InputEvent extends BaseEvent {
  /** The control's text, or the first of the chosen values. */
  readonly value: string;
  /** Whether a checkbox or radio is checked. */
  readonly checked: boolean;
  /** The chosen values of a multiple select; of any other control, its one value. */
  readonly values: readonly string[];
  /** `value` as a number; `null` when it is not one. */
  readonly number: number | null;
  /** Whether what is in the control is no value of its type, such as half a date; `value` is empty then. */
  readonly badInput: boolean;
}

/** An element took the focus, or lost it. */
export interface FocusEvent extends BaseEvent {
  /** The text of the control; empty elsewhere. */
  readonly value: string;
  /** Whether what is in the control is no value of its type, such as half a date; `value` is empty then. */
  readonly badInput: boolean;
}

/** A form was sent. The page stays: Tandem has prevented the browser's own sending. */
export interface SubmitEvent extends BaseEvent {
  readonly data: FormValues;
  /** The button that sent it, if it has a name. */
  readonly submitter: Submitter | null;
}

export interface Submitter {
  readonly name: string;
  readonly value: string;
}

/** A `details`, `dialog` or popover opened or closed. */
export interface ToggleEvent extends BaseEvent {
  readonly open: boolean;
}

/** An element was scrolled. Whole pixels. */
export interface ScrollEvent extends BaseEvent {
  readonly left: number;
  readonly top: number;
  /** Size of the whole content. */
  readonly width: number;
  readonly height: number;
  /** Size of what is seen of it. */
  readonly clientWidth: number;
  readonly clientHeight: number;
}
