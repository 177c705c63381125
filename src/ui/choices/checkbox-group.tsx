import { computed } from "../../reactive/computed.ts";
import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import { FieldGroup } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { ChoiceList } from "./choice-list.tsx";
import { someOf, type ManyRules } from "./choice-rules.ts";
import { ManyChosen } from "./many-chosen.ts";
import { OptionInput, type OptionLook } from "./option-input.tsx";
import { OptionSet, type Choosable, type Options } from "./options.ts";

export interface CheckboxGroupProps<T extends Held, Held = T> extends FieldProps<Held[]>, ManyRules {
  options: Options<T>;
  /** Below each other unless told; they wrap where there is no room. */
  orientation?: "vertical" | "horizontal";
}

/**
 * Any number of choices out of a few that are all seen.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { CheckboxGroup } from "tandem/ui";
 *
 * export default function Pizza() {
 *   const toppings = signal<string[]>([]);
 *   return <CheckboxGroup label="Toppings" bind={toppings} max={2} options={["Olives", "Onions", "Capers"]} />;
 * }
 * ```
 *
 * The value is in the order of the options. From Shiny's `input_checkbox_group` and PyWebIO's `checkbox`.
 */
export function CheckboxGroup<T extends Held & Choosable, Held = T>(props: CheckboxGroupProps<T, Held>): Child;
export function CheckboxGroup<T>(props: CheckboxGroupProps<T>): Child {
  return <SomeOf props={props} look="list" />;
}

export interface ToggleGroupProps<T extends Held, Held = T> extends FieldProps<Held[]>, ManyRules {
  options: Options<T>;
}

/**
 * Any number of choices out of very few, as buttons in a row that stay pressed.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { ToggleGroup } from "tandem/ui";
 *
 * export default function Days() {
 *   const days = signal<number[]>([1, 2]);
 *   const names = ["Mon", "Tue", "Wed", "Thu", "Fri"];
 *   return <ToggleGroup label="Days" bind={days} options={names.map((label, index) => ({ value: index + 1, label }))} />;
 * }
 * ```
 *
 * They are checkboxes.
 */
export function ToggleGroup<T extends Held & Choosable, Held = T>(props: ToggleGroupProps<T, Held>): Child;
export function ToggleGroup<T>(props: ToggleGroupProps<T>): Child {
  return <SomeOf props={props} look="segment" />;
}

/** Checkboxes, however they look. */
function SomeOf<T>({ props, look }: { props: CheckboxGroupProps<T>; look: OptionLook }): Child {
  const options = new OptionSet<T>(props.options);
  const state = new InputState<T[]>(props, someOf(options, props));
  const chosen = new ManyChosen(options, state);
  const first = options.all.peek()[0]?.key;
  return (
    <FieldGroup state={state} props={props}>
      <ChoiceList
        options={options}
        look={look}
        orientation={props.orientation}
        option={(option) => {
          const { key } = option.peek();
          const isChosen = computed(() => chosen.has(key));
          return (
            <OptionInput
              option={option}
              look={look}
              control={key === first ? state.control : undefined}
              isOff={() => option.value.disabled === true || readLive(props.readonly) === true}
              checkbox={{ isChosen: () => isChosen.value, onChange: (isOn) => chosen.choose(key, isOn) }}
            />
          );
        }}
      />
    </FieldGroup>
  );
}
