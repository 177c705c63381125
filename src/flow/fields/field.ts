import { actionsField } from "./actions-field.tsx";
import { customField } from "./custom-field.tsx";
import { textField } from "./text-fields.tsx";

/**
 * Makes fields for `ask.form`, one function for each kind, as `ask` has for single questions.
 *
 * @example
 * ```tsx
 * import { ask, field, show } from "tandem/flow";
 *
 * export async function book() {
 *   const name = field.text("Your name");
 *   const mail = field.email("Your e-mail", { help: () => `Where we write to ${name.value || "you"}.` });
 *   const { name: who } = await ask.form("A table for you", { name, mail });
 *   show(`See you, ${who}!`);
 * }
 * ```
 *
 * A field's `value` is live and can be written: what others say, offer or forbid may follow it. It keeps its value when
 * it is asked for again, so that people can go back. Fields are required unless told.
 */
export const field = {
  text: textField("text", "field.text()"),
  email: textField("email", "field.email()"),
  url: textField("url", "field.url()"),
  tel: textField("tel", "field.tel()"),
  custom: customField,
  actions: actionsField,
} as const;
