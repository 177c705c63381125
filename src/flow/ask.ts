import type { Child, Live } from "../view/node.ts";
import { askCustom } from "./ask-custom.tsx";
import { askFields, askForm } from "./ask-form.tsx";
import { checkAskOptions, splitOptions, type AskOptions } from "./ask-options.ts";
import type { Action, ActionCancel, Actions, ActionsFieldOptions, ActionValue } from "./fields/actions-field.tsx";
import { field } from "./fields/field.ts";
import type { AskedField } from "./fields/form-field.tsx";
import type { AnyFormField, Cancelled, ResultOf } from "./fields/results.ts";
import type { TextFieldOptions } from "./fields/text-fields.tsx";

/** The answer to one question. */
type Answer<T, Options, Empty = never> = Promise<ResultOf<T, Options, Empty> | Cancelled<Options>>;

/** Asks for one field, made of those options that are not the question's. */
function askOne(what: string, options: AskOptions | undefined, make: (options: never) => AnyFormField): Promise<never> {
  const { asked, rest } = splitOptions(options ?? {});
  checkAskOptions(what, asked);
  const fields = { answer: make(rest as never) as AskedField<never> };
  const answerOf = (values: unknown) => (values as { answer: unknown }).answer;
  return askFields(what, asked, { fields, answerOf }) as Promise<never>;
}

/** Asks for a line of text of one kind. */
const askText =
  (kind: "text" | "email" | "url" | "tel") =>
  <const Options extends TextFieldOptions & AskOptions = {}>(
    label: Live<string>,
    options?: Options & TextFieldOptions & AskOptions,
  ): Answer<string, Options> =>
    askOne(`ask.${kind}()`, options, (rest) => field[kind](label, rest));

/** Lets the person choose what to do: a button for each answer. */
const askActions = <const Buttons extends Actions>(
  label: Live<string>,
  buttons: Buttons,
  options?: ActionsFieldOptions & AskOptions,
): Promise<ActionValue<Buttons> | ActionCancel<Buttons>> =>
  askOne("ask.actions()", options, (rest) => field.actions(label, buttons, rest));

export interface ConfirmOptions extends AskOptions {
  help?: Child;
  /** `"Yes"` and `"No"` unless told. */
  yesText?: string;
  noText?: string;
  /** Whether "yes" cannot be undone, and looks like it. */
  danger?: boolean;
}

function askConfirm<const Options extends ConfirmOptions = {}>(
  label: Live<string>,
  options?: Options & ConfirmOptions,
): Promise<boolean | Cancelled<Options>> {
  const {
    yesText = "Yes",
    noText = "No",
    danger = false,
    cancelable = false,
    cancelText = "Cancel",
    ...rest
  } = (options ?? {}) as ConfirmOptions;
  const buttons: Action[] = [
    { label: yesText, value: true, look: danger ? "danger" : "main" },
    { label: noText, value: false },
  ];
  if (cancelable) buttons.push({ label: cancelText, kind: "cancel" });
  return askOne("ask.confirm()", rest, (others) => field.actions(label, buttons, others));
}

/**
 * Asks the person at the screen, and resolves with an answer that has been checked.
 *
 * @example
 * ```tsx
 * import { ask, show } from "tandem/flow";
 *
 * export async function order() {
 *   const name = await ask.text("Your name?", { maxLength: 40 });
 *   const sure = await ask.confirm(`Order a bell for ${name}?`);
 *   if (sure) show("It is on its way.");
 * }
 * ```
 *
 * Whatever a page claims, an answer has the type, the options and the range that were asked for. Rejects with
 * `SessionEnded`, and with the reason of `signal`. Several questions may be open at once: the newest is in front.
 * From PyWebIO's `input` functions.
 */
export const ask = {
  text: askText("text"),
  email: askText("email"),
  url: askText("url"),
  tel: askText("tel"),
  actions: askActions,
  confirm: askConfirm,
  form: askForm,
  custom: askCustom,
} as const;
