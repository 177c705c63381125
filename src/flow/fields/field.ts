import { actionsField } from "./actions-field.tsx";
import {
  CHECKBOXES,
  COMBOBOX,
  lookupMaker,
  MULTI_SELECT,
  oneMaker,
  RADIO,
  SELECT,
  severalMaker,
} from "./choice-fields.ts";
import { fileField } from "./file-field.tsx";
import { customField } from "./custom-field.tsx";
import { fieldMaker } from "./control-field.tsx";
import { KINDS } from "./kinds.ts";

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
  text: fieldMaker(KINDS.text),
  email: fieldMaker(KINDS.email),
  url: fieldMaker(KINDS.url),
  tel: fieldMaker(KINDS.tel),
  password: fieldMaker(KINDS.password),
  search: fieldMaker(KINDS.search),
  textarea: fieldMaker(KINDS.textarea),
  number: fieldMaker(KINDS.number),
  slider: fieldMaker(KINDS.slider),
  range: fieldMaker(KINDS.range),
  rating: fieldMaker(KINDS.rating),
  date: fieldMaker(KINDS.date),
  time: fieldMaker(KINDS.time),
  dateTime: fieldMaker(KINDS.dateTime),
  dateRange: fieldMaker(KINDS.dateRange),
  color: fieldMaker(KINDS.color),
  checkbox: fieldMaker(KINDS.checkbox),
  switch: fieldMaker(KINDS.switch),
  select: oneMaker(SELECT),
  radio: oneMaker(RADIO),
  combobox: oneMaker(COMBOBOX),
  lookup: lookupMaker(),
  checkboxes: severalMaker(CHECKBOXES),
  multiSelect: severalMaker(MULTI_SELECT),
  file: fileField,
  custom: customField,
  actions: actionsField,
} as const;
