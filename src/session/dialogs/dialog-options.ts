import { rejectUnknownOptions } from "../../core/options.ts";
import type { Child } from "../../view/node.ts";
import type { ElementRef } from "../../view/ref.ts";
import { expectAbortSignal, expectFunction } from "../arguments.ts";

/** How a dialog behaves, and what it goes with. */
export interface DialogOptions {
  /** Whether the page behind is out of reach meanwhile; true unless told. */
  modal?: boolean;
  /** Whether Escape, and for a modal dialog a click outside of it, close it; true unless told. */
  userCloseable?: boolean;
  /** Called when the person closes it, or when it goes with its owner; not when the app closes it. */
  onClose?: () => unknown;
  /**
   * A ref to an element of the component it belongs to: the dialog has that place's contexts and error boundaries, and
   * closes when the element leaves the screen. Without one it belongs to the effect that opens it, or to the session.
   */
  owningComponent?: ElementRef;
  /** What assistive technology calls it; the text of its first heading unless told. */
  label?: string;
  /** Aborting it closes the dialog, and those who wait get the signal's reason. */
  signal?: AbortSignal;
}

/** The colours a button of a yes/no dialog can have: quiet, the app's accent, or a warning. */
export type DialogColor = "keep" | "accent" | "danger";

/** What a yes/no dialog says, and what it goes with. */
export interface YesNoOptions extends Pick<DialogOptions, "owningComponent" | "signal"> {
  /** A heading above the text. */
  title?: string;
  /** Beside the heading: an emoji or an SVG. Decoration only: it is not read out. */
  icon?: Child;
  /** The answer a person is likely to give: its button is highlighted, and has the focus. */
  default?: boolean;
  yesText?: string;
  noText?: string;
  /** `keep`, unless told: accented if it is the default, else quiet. */
  yesColor?: DialogColor;
  noColor?: DialogColor;
}

const DIALOG_OPTIONS = ["modal", "userCloseable", "onClose", "owningComponent", "label", "signal"];
const YES_NO_OPTIONS = "title icon default yesText noText yesColor noColor owningComponent signal".split(" ");

export function checkDialogOptions(options: DialogOptions): void {
  rejectUnknownOptions("showCustomDialog()", options, DIALOG_OPTIONS);
  if (options.onClose !== undefined) expectFunction("showCustomDialog", options.onClose);
  expectAbortSignal("showCustomDialog()", options.signal);
}

export function checkYesNoOptions(options: YesNoOptions): void {
  rejectUnknownOptions("showYesNoDialog()", options, YES_NO_OPTIONS);
  expectAbortSignal("showYesNoDialog()", options.signal);
}
