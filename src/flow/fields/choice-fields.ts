import { CheckboxGroup } from "../../ui/choices/checkbox-group.tsx";
import type { Option, Options } from "../../ui/choices/options.ts";
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
  /** What stands there while nothing is chosen; only of `select`. */
  placeholder?: Live<string>;
  /** How radio buttons stand; only of `radio`. */
  orientation?: "vertical" | "horizontal";
}

/** What a choice of several takes. */
export interface ChoicesOptions<T, Out = unknown> extends FieldOptions<T[], T[], boolean, Out> {
  /** How many must and may be chosen. */
  min?: number;
  max?: number;
  orientation?: "vertical" | "horizontal";
}

/** A kind of choice of one. */
interface OneKind {
  readonly name: "select" | "radio";
  readonly control: (props: never) => Child;
  readonly takes: readonly ("placeholder" | "orientation")[];
}

export const ONE = {
  select: { name: "select", control: Select, takes: ["placeholder"] },
  radio: { name: "radio", control: RadioGroup, takes: ["orientation"] },
} as const satisfies Record<string, OneKind>;

/** Makes fields for a choice of one. What is chosen is one of the choices, whatever a page says. */
export type OneMaker = <const Given extends Choices, Required extends boolean = true, Out = ChoiceOf<Given>>(
  label: Live<string>,
  choices: Live<Given>,
  options?: ChoiceOptions<ChoiceOf<Given>, Required, Out>,
) => FormField<ChoiceOf<Given> | null, Out | EmptyUnless<Required, null>>;

export const oneMaker = (kind: OneKind): OneMaker =>
  ((label: Live<string>, choices: Live<Choices>, options: ChoiceOptions<unknown> = {}) => {
    checkFieldOptions(`field.${kind.name}()`, options, kind.takes);
    const { orientation, placeholder = kind.name === "select" ? "Choose…" : undefined } = options;
    const own = kind.name === "select" ? { placeholder } : { orientation };
    return new AskedField<unknown>(label, options, {
      initial: null,
      isEmpty: (value) => value === null,
      render: (props) => new JsxNode(kind.control as never, { ...own, ...props, options: choices as Options<unknown> }),
    });
  }) as unknown as OneMaker;

/** Makes a field for a choice of several. It need not have any, unless `required`. */
export function severalField<const Given extends Choices, Out = ChoiceOf<Given>[]>(
  label: Live<string>,
  choices: Live<Given>,
  options: ChoicesOptions<ChoiceOf<Given>, Out> = {},
): FormField<ChoiceOf<Given>[], Out> {
  checkFieldOptions("field.checkboxes()", options, ["min", "max", "orientation"]);
  const { min, max, orientation } = options;
  const made = new AskedField<ChoiceOf<Given>[]>(label, options, {
    initial: [],
    isEmpty: (value) => value.length === 0,
    required: false,
    render: (props) =>
      new JsxNode(CheckboxGroup as never, { min, max, orientation, ...props, options: choices as Options<unknown> }),
  });
  return made as unknown as FormField<ChoiceOf<Given>[], Out>;
}
