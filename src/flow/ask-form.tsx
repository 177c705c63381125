import type { StandardSchemaV1 } from "@standard-schema/spec";
import { TandemError } from "../core/errors.ts";
import { expectObject } from "../core/options.ts";
import type { Child } from "../view/node.ts";
import { checkAskOptions, type AskOptions } from "./ask-options.ts";
import { AskedForm, FormView, type AskedFields, type FormSettings } from "./fields/form.tsx";
import { AskedField } from "./fields/form-field.tsx";
import type { AnyFormField, CancelOf, NullIf, ValuesOf } from "./fields/results.ts";
import { checkValidator } from "./fields/validation.ts";
import { actingFlow } from "./flow.tsx";

/** Fields by the names that they have in the answer. */
export type FormFields = Readonly<Record<string, AnyFormField>>;

export interface AskFormOptions<
  Values,
  Cancelable extends boolean = boolean,
  Out = unknown,
> extends AskOptions<Cancelable> {
  /**
   * What else the values must be, together; asked only when each is right by itself. A sentence is about all of them, a
   * record of sentences about those fields. A Standard Schema may also make the answer out of them.
   */
  validate?:
    | ((values: Values) => FormComplaintOf<Values> | Promise<FormComplaintOf<Values>>)
    | StandardSchemaV1<unknown, Out>;
}

export type FormComplaintOf<Values> = string | { readonly [Name in keyof Values]?: string } | undefined | void;

const SUBMIT = "Continue";
const CANCEL = "Cancel";

/** Asks for several things at once. */
export function askForm<Fields extends FormFields, Cancelable extends boolean = false, Out = ValuesOf<Fields>>(
  title: Child,
  fields: Fields,
  options: AskFormOptions<ValuesOf<Fields>, Cancelable, Out> = {},
): Promise<Out | CancelOf<Fields> | NullIf<Cancelable>> {
  checkAskOptions("ask.form()", options, ["validate"]);
  checkValidator("ask.form()", options.validate);
  const parts = { title, validate: options.validate as never, fields: checkFields(fields) };
  return askFields("ask.form()", options, parts) as Promise<Out>;
}

function checkFields(fields: FormFields): AskedFields {
  expectObject("the fields of ask.form()", fields);
  const wrong = Object.keys(fields).find((name) => !(fields[name] instanceof AskedField));
  if (wrong === undefined) return fields as unknown as AskedFields;
  throw new TandemError(
    "flow/not-a-field",
    `Expected ${wrong} of ask.form() to be a field, but got ${typeof fields[wrong]}. Make one with field.text(…) and the like.`,
  );
}

/** One question that is a form, whatever it is asked by. */
export function askFields(
  what: string,
  options: AskOptions,
  parts: {
    fields: AskedFields;
    title?: Child;
    validate?: FormSettings["validate"];
    isOnce?: boolean;
    answerOf?: FormSettings["answerOf"];
  },
): Promise<unknown> {
  const { session, questions } = actingFlow(what);
  const { text, submitText = SUBMIT, cancelText = CANCEL, cancelable = false } = options;
  const { fields, title, validate, answerOf = (values) => values } = parts;
  const isOnce = parts.isOnce ?? false;
  const settings: FormSettings = { title, text, submitText, cancelText, cancelable, validate, isOnce, answerOf };
  return questions.ask<unknown>((question) => {
    const form = new AskedForm(session, question, { fields, settings });
    return () => <FormView form={form} />;
  }, options);
}
