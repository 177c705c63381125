import { untracked } from "../../reactive/graph.ts";
import type { FieldProps } from "../../ui/base/field-props.ts";
import { JsxNode, type Child, type Live } from "../../view/node.ts";
import { checkFieldOptions } from "./field-options.ts";
import { AskedField, type FieldOptions, type FormField } from "./form-field.tsx";
import type { EmptyUnless } from "./results.ts";

/** What a field whose control is a widget takes: what every field does, and what the widget has besides. */
export type ControlOptions<T, Props, Empty = never, Required extends boolean = boolean, Out = unknown> = FieldOptions<
  T,
  Exclude<T, Empty>,
  Required,
  Out
> &
  Omit<Props, keyof FieldProps<T> | "children" | Handlers>;

/** What a question does with Enter is to be answered. */
type Handlers = "onEnter" | "onSearch" | "onSubmit";

/** A kind of field that has a widget for its control. */
export interface ControlKind<T, Props, Empty = never> {
  readonly name: string;
  readonly control: (props: Props & FieldProps<T>) => Child;
  /** The names of what the widget takes besides. */
  readonly takes: readonly (keyof ControlOptions<T, Props> & string)[];
  /** What it begins with. */
  initial(options: ControlOptions<T, Props>): T;
  isEmpty?(value: T): boolean;
  /** Whether it must be filled in, unless told; so it is, unless told. */
  readonly required?: boolean;
  /** What the widget is given besides, whatever the options are. */
  readonly fixed?: Partial<Props>;
  /** What its answer is if it was not filled in. Only for types. */
  readonly "~empty"?: Empty;
}

/** Makes fields of a kind. */
export type FieldMaker<T, Props, Empty = never> = <Required extends boolean = true, Out = Exclude<T, Empty>>(
  label: Live<string>,
  options?: ControlOptions<T, Props, Empty, Required, Out>,
) => FormField<T, NoInfer<Out> | EmptyUnless<Required, Empty>>;

export const fieldMaker = <T, Props, Empty>(kind: ControlKind<T, Props, Empty>): FieldMaker<T, Props, Empty> =>
  ((label: Live<string>, options: object = {}) =>
    controlField(kind, label, options as ControlOptions<T, Props>)) as FieldMaker<T, Props, Empty>;

function controlField<T, Props, Empty>(
  kind: ControlKind<T, Props, Empty>,
  label: Live<string>,
  options: ControlOptions<T, Props>,
): AskedField<T> {
  checkFieldOptions(`field.${kind.name}()`, options, kind.takes);
  const own = Object.fromEntries(kind.takes.map((name) => [name, options[name]]));
  return new AskedField<T>(label, options, {
    initial: untracked(() => kind.initial(options)),
    isEmpty: kind.isEmpty,
    required: kind.required,
    render: (props) => new JsxNode(kind.control as never, { ...given(own), ...kind.fixed, ...props }),
  });
}

/** Without what was left out. */
const given = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
