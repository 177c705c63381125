import { Combobox } from "../../ui/choices/combobox.tsx";
import { MultiSelect } from "../../ui/choices/multi-select.tsx";
import { CheckboxGroup } from "../../ui/choices/checkbox-group.tsx";
import type { Option } from "../../ui/choices/options.ts";
import { RadioGroup } from "../../ui/choices/radio-group.tsx";
import { Select } from "../../ui/choices/select.tsx";
import { JsxNode, type Child, type Live } from "../../view/node.ts";
import { checkFieldOptions } from "./field-options.ts";
import { AskedField, type FieldOptions, type FormField } from "./form-field.tsx";
import type { EmptyUnless } from "./results.ts";

/** What there is to choose: texts and numbers that stand for themselves, or `{ value, label }`. */
export type Choices = readonly (string | number | Option<unknown>)[];

/** What choices stand for. */
export type ChoiceOf<Given extends Choices> = Given[number] extends infer Each
  ? Each extends { readonly label: string; readonly value: infer Value }
    ? Value
    : Each
  : never;

/** What a choice of one takes. */
export interface ChoiceOptions<T, Required extends boolean = boolean, Out = unknown> extends FieldOptions<
  T | null,
  T,
  Required,
  Out
> {
  /** What stands there while nothing is chosen; not of `radio`. */
  placeholder?: Live<string>;
  /** How radio buttons stand; only of `radio`. */
  orientation?: "vertical" | "horizontal";
}

/** What a choice of several takes. */
export interface ChoicesOptions<T, Out = unknown> extends FieldOptions<T[], T[], boolean, Out> {
  /** How many must and may be chosen. */
  min?: number;
  max?: number;
  /** How checkboxes stand; only of `checkboxes`. */
  orientation?: "vertical" | "horizontal";
  /** What stands there while nothing is chosen; only of `multiSelect`. */
  placeholder?: Live<string>;
}

/** Finds choices for what is typed; `signal` aborts when something else is looked for. */
export type ChoiceSearch<Given extends Choices> = (
  query: string,
  context: { signal: AbortSignal },
) => Given | Promise<Given>;

/** A kind of choice, by its control, and what that takes besides. */
export interface ChoiceKind {
  readonly name: string;
  readonly control: (props: never) => Child;
  readonly takes: readonly string[];
  /** What it takes its choices as. */
  readonly source: "options" | "search";
}

const kind = (name: string, control: ChoiceKind["control"], ...takes: string[]): ChoiceKind => ({
  name,
  control,
  takes,
  source: "options",
});

export const SELECT = kind("select", Select, "placeholder");
export const RADIO = kind("radio", RadioGroup, "orientation");
export const COMBOBOX = kind("combobox", Combobox, "placeholder");
export const LOOKUP: ChoiceKind = { ...COMBOBOX, name: "lookup", source: "search" };
export const CHECKBOXES = kind("checkboxes", CheckboxGroup, "min", "max", "orientation");
export const MULTI_SELECT = kind("multiSelect", MultiSelect, "min", "max", "placeholder");

/** Makes fields for a choice of one. What is chosen is one of the choices, whatever a page says. */
export type OneMaker = <const Given extends Choices, Required extends boolean = true, Out = ChoiceOf<Given>>(
  label: Live<string>,
  choices: Live<Given>,
  options?: ChoiceOptions<ChoiceOf<Given>, Required, Out>,
) => FormField<ChoiceOf<Given> | null, NoInfer<Out> | EmptyUnless<Required, null>>;

/** Makes fields for a choice of one that is looked for on the server, in lists that are too long to be shown. */
export type LookupMaker = <const Given extends Choices, Required extends boolean = true, Out = ChoiceOf<Given>>(
  label: Live<string>,
  search: ChoiceSearch<Given>,
  options?: ChoiceOptions<ChoiceOf<Given>, Required, Out>,
) => FormField<ChoiceOf<Given> | null, NoInfer<Out> | EmptyUnless<Required, null>>;

/** Makes fields for a choice of several, which need not be any, unless `required`. */
export type SeveralMaker = <const Given extends Choices, Out = ChoiceOf<Given>[]>(
  label: Live<string>,
  choices: Live<Given>,
  options?: ChoicesOptions<ChoiceOf<Given>, Out>,
) => FormField<ChoiceOf<Given>[], NoInfer<Out>>;

export const oneMaker = (of: ChoiceKind): OneMaker => choiceMaker(of, null) as OneMaker;
export const lookupMaker = (): LookupMaker => choiceMaker(LOOKUP, null) as LookupMaker;
export const severalMaker = (of: ChoiceKind): SeveralMaker => choiceMaker(of, []) as SeveralMaker;

type Settings = FieldOptions<unknown> & Readonly<Record<string, unknown>>;

function choiceMaker(of: ChoiceKind, nothing: null | readonly never[]): unknown {
  return (label: Live<string>, choices: unknown, options: Settings = {}) => {
    checkFieldOptions(`field.${of.name}()`, options, of.takes);
    const own = Object.fromEntries(of.takes.flatMap((name) => (name in options ? [[name, options[name]]] : [])));
    if (of === SELECT) own["placeholder"] ??= "Choose…";
    return new AskedField<unknown>(label, options, {
      initial: nothing,
      isEmpty: (value) => value === null || (nothing !== null && (value as readonly unknown[]).length === 0),
      required: nothing === null,
      render: (props) => new JsxNode(of.control as never, { ...own, ...props, [of.source]: choices }),
    });
  };
}
