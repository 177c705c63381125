import type { Live } from "../view/node.ts";
import { askCustom } from "./ask-custom.tsx";
import { askFields, askForm } from "./ask-form.tsx";
import { checkAskOptions, splitOptions, type AskOptions } from "./ask-options.ts";
import type { ActionCancel, Actions, ActionsFieldOptions, ActionValue } from "./fields/actions-field.tsx";
import { field } from "./fields/field.ts";
import type { AskedField, FormField } from "./fields/form-field.tsx";
import type { AnyFormField, Cancelled, ResultOf } from "./fields/results.ts";
import type { TextFieldOptions } from "./fields/text-fields.tsx";

/** The answer to one question. */
type Answer<T, Options, Empty = never> = Promise<ResultOf<T, Options, Empty> | Cancelled<Options>>;

/** Asks for one field, made of those options that are not the question's. */
async function askOne(
  what: string,
  make: (options: never) => AnyFormField,
  options: AskOptions | undefined,
): Promise<never> {
  const { asked, rest } = splitOptions(options ?? {});
  checkAskOptions(what, asked);
  const answer = (await askFields(what, asked, { fields: { answer: make(rest as never) as never } })) as {
    answer: unknown;
  } | null;
  return (answer === null ? null : answer.answer) as never;
}
