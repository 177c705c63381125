import type { FileInfo } from "../session/uploads/file-info.ts";
import type { Child, Live } from "../view/node.ts";
import { askCustom } from "./ask-custom.tsx";
import { askFields, askForm } from "./ask-form.tsx";
import { checkAskOptions, splitOptions, type AskOptions } from "./ask-options.ts";
import {
  actionsField,
  type Action,
  type ActionCancel,
  type Actions,
  type ActionsFieldOptions,
  type ActionValue,
} from "./fields/actions-field.tsx";
import {
  CHECKBOXES,
  COMBOBOX,
  lookupMaker,
  MULTI_SELECT,
  oneMaker,
  RADIO,
  SELECT,
  severalMaker,
  type ChoiceKind,
  type ChoiceOf,
  type ChoiceOptions,
  type Choices,
  type ChoiceSearch,
  type ChoicesOptions,
} from "./fields/choice-fields.ts";
import { fieldMaker, type ControlKind, type ControlOptions } from "./fields/control-field.tsx";
import { fileField, type FileFieldOptions, type FilesFieldOptions } from "./fields/file-field.tsx";
import type { AskedField } from "./fields/form-field.tsx";
import { KINDS } from "./fields/kinds.ts";
import type { AnyFormField, EmptyUnless, NullIf } from "./fields/results.ts";

/** Asks for one field, made of those options that are not the question's. */
function askOne(what: string, options: AskOptions | undefined, make: (options: never) => AnyFormField): Promise<never> {
  const { asked, rest } = splitOptions(options ?? {});
  checkAskOptions(what, asked);
  const fields = { answer: make(rest as never) as AskedField<never> };
  const answerOf = (values: unknown) => (values as { answer: unknown }).answer;
  return askFields(what, asked, { fields, isOnce: true, answerOf }) as Promise<never>;
}

/** Asks for one field of a kind. */
type Asker<T, Props, Empty> = <
  Required extends boolean = true,
  Cancelable extends boolean = false,
  Out = Exclude<T, Empty>,
>(
  label: Live<string>,
  options?: ControlOptions<T, Props, Empty, Required, Out> & AskOptions<Cancelable>,
) => Promise<Out | EmptyUnless<Required, Empty> | NullIf<Cancelable>>;

const asker = <T, Props, Empty>(kind: ControlKind<T, Props, Empty>): Asker<T, Props, Empty> => {
  const make = fieldMaker(kind) as (label: Live<string>, options: never) => AnyFormField;
  return (label, options) => askOne(`ask.${kind.name}()`, options, (rest) => make(label, rest));
};

/** Asks for one of several. */
type OneAsker = <
  const Given extends Choices,
  Required extends boolean = true,
  Cancelable extends boolean = false,
  Out = ChoiceOf<Given>,
>(
  label: Live<string>,
  choices: Live<Given>,
  options?: ChoiceOptions<ChoiceOf<Given>, Required, Out> & AskOptions<Cancelable>,
) => Promise<Out | EmptyUnless<Required, null> | NullIf<Cancelable>>;

const oneAsker =
  (kind: ChoiceKind): OneAsker =>
  (label, choices, options) =>
    askOne(`ask.${kind.name}()`, options, (rest) => oneMaker(kind)(label, choices, rest));

/** Asks for one of many, that are looked for on the server. */
const askLookup = <
  const Given extends Choices,
  Required extends boolean = true,
  Cancelable extends boolean = false,
  Out = ChoiceOf<Given>,
>(
  label: Live<string>,
  search: ChoiceSearch<Given>,
  options?: ChoiceOptions<ChoiceOf<Given>, Required, Out> & AskOptions<Cancelable>,
): Promise<Out | EmptyUnless<Required, null> | NullIf<Cancelable>> =>
  askOne("ask.lookup()", options, (rest) => lookupMaker()(label, search, rest));

/** Asks for any of several. */
type SeveralAsker = <const Given extends Choices, Cancelable extends boolean = false, Out = ChoiceOf<Given>[]>(
  label: Live<string>,
  choices: Live<Given>,
  options?: ChoicesOptions<ChoiceOf<Given>, Out> & AskOptions<Cancelable>,
) => Promise<Out | NullIf<Cancelable>>;

const severalAsker =
  (kind: ChoiceKind): SeveralAsker =>
  (label, choices, options) =>
    askOne(`ask.${kind.name}()`, options, (rest) => severalMaker(kind)(label, choices, rest));

/** Asks for a file, or for several. */
interface FileAsker {
  <Cancelable extends boolean = false, Out = readonly FileInfo[]>(
    label: Live<string>,
    options: FilesFieldOptions<Out> & AskOptions<Cancelable>,
  ): Promise<Out | NullIf<Cancelable>>;
  <Required extends boolean = true, Cancelable extends boolean = false, Out = FileInfo>(
    label: Live<string>,
    options?: FileFieldOptions<Required, Out> & AskOptions<Cancelable>,
  ): Promise<Out | EmptyUnless<Required, null> | NullIf<Cancelable>>;
}

const askFile: FileAsker = (label: Live<string>, options?: AskOptions) =>
  askOne("ask.file()", options, (rest) => fileField(label, rest));

/** Lets the person choose what to do: a button for each answer. */
const askActions = <const Buttons extends Actions>(
  label: Live<string>,
  buttons: Buttons,
  options?: ActionsFieldOptions & AskOptions,
): Promise<ActionValue<Buttons> | ActionCancel<Buttons>> =>
  askOne("ask.actions()", options, (rest) => actionsField(label, buttons, rest));

export interface ConfirmOptions<Cancelable extends boolean = boolean> extends AskOptions<Cancelable> {
  help?: Child;
  /** `"Yes"` and `"No"` unless told. */
  yesText?: string;
  noText?: string;
  /** Whether "yes" cannot be undone, and looks like it. */
  danger?: boolean;
}

function askConfirm<Cancelable extends boolean = false>(
  label: Live<string>,
  options: ConfirmOptions<Cancelable> = {},
): Promise<boolean | NullIf<Cancelable>> {
  const {
    yesText = "Yes",
    noText = "No",
    danger = false,
    cancelable = false,
    cancelText = "Cancel",
    ...rest
  } = options;
  const buttons: Action[] = [
    { label: yesText, value: true, look: danger ? "danger" : "main" },
    { label: noText, value: false },
  ];
  if (cancelable) buttons.push({ label: cancelText, kind: "cancel" });
  return askOne("ask.confirm()", rest, (others) => actionsField(label, buttons, others));
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
  text: asker(KINDS.text),
  email: asker(KINDS.email),
  url: asker(KINDS.url),
  tel: asker(KINDS.tel),
  password: asker(KINDS.password),
  search: asker(KINDS.search),
  textarea: asker(KINDS.textarea),
  number: asker(KINDS.number),
  slider: asker(KINDS.slider),
  range: asker(KINDS.range),
  rating: asker(KINDS.rating),
  date: asker(KINDS.date),
  time: asker(KINDS.time),
  dateTime: asker(KINDS.dateTime),
  dateRange: asker(KINDS.dateRange),
  color: asker(KINDS.color),
  checkbox: asker(KINDS.checkbox),
  switch: asker(KINDS.switch),
  select: oneAsker(SELECT),
  radio: oneAsker(RADIO),
  combobox: oneAsker(COMBOBOX),
  lookup: askLookup,
  checkboxes: severalAsker(CHECKBOXES),
  multiSelect: severalAsker(MULTI_SELECT),
  file: askFile,
  actions: askActions,
  confirm: askConfirm,
  form: askForm,
  custom: askCustom,
} as const;
