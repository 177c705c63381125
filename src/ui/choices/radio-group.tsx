import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import { FieldGroup } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { ChoiceList } from "./choice-list.tsx";
import { oneOf } from "./choice-rules.ts";
import { OptionInput, type OptionLook } from "./option-input.tsx";
import { isNothing, NOTHING, OptionSet, type Choosable, type Options } from "./options.ts";

export interface RadioGroupProps<T extends Held, Held = T | null> extends FieldProps<Held> {
  options: Options<T>;
  /** Below each other unless told; they wrap where there is no room. */
  orientation?: "vertical" | "horizontal";
}

/**
 * One choice out of a few that are all seen.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { RadioGroup } from "tandem/ui";
 *
 * export default function Seat() {
 *   const seat = signal<"window" | "aisle" | null>(null);
 *   return (
 *     <RadioGroup
 *       label="Seat"
 *       bind={seat}
 *       options={[
 *         { value: "window", label: "Window", help: "With a view" },
 *         { value: "aisle", label: "Aisle" },
 *       ]}
 *     />
 *   );
 * }
 * ```
 *
 * They are the platform's radio buttons. From Shiny's `input_radio_buttons` and PyWebIO's `radio`.
 */
export function RadioGroup<T extends Held & Choosable, Held = T | null>(props: RadioGroupProps<T, Held>): Child;
export function RadioGroup<T>(props: RadioGroupProps<T>): Child {
  return <OneOf props={props} look="list" />;
}

export interface SegmentedControlProps<T extends Held, Held = T | null> extends FieldProps<Held> {
  options: Options<T>;
}

/**
 * One choice out of very few, in a row.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { SegmentedControl } from "tandem/ui";
 *
 * export default function View() {
 *   const period = signal("Day");
 *   return <SegmentedControl label="Period" bind={period} options={["Day", "Week", "Month"]} />;
 * }
 * ```
 *
 * They are radio buttons: the arrow keys choose. From Rio's `SwitcherBar`.
 */
export function SegmentedControl<T extends Held & Choosable, Held = T | null>(
  props: SegmentedControlProps<T, Held>,
): Child;
export function SegmentedControl<T>(props: SegmentedControlProps<T>): Child {
  return <OneOf props={props} look="segment" />;
}

/** Radio buttons, however they look. */
function OneOf<T>({ props, look }: { props: RadioGroupProps<T>; look: OptionLook }): Child {
  const options = new OptionSet<T>(props.options);
  const state = new InputState<T | null>(props, oneOf(options));
  const keyOf = (value: T | null) =>
    isNothing(value) && !options.has(value as T) ? NOTHING : options.keyOf(value as T);
  const chosen = state.shownAs(keyOf, (key, value) => key === keyOf(value));
  const first = options.all.peek()[0]?.key;
  return (
    <FieldGroup state={state} props={props} role="radiogroup">
      <ChoiceList
        options={options}
        look={look}
        orientation={props.orientation}
        option={(option) => {
          const { key } = option.peek();
          return (
            <OptionInput
              option={option}
              look={look}
              control={key === first ? state.control : undefined}
              isOff={() =>
                option.value.disabled === true || (readLive(props.readonly) === true && key !== chosen.value)
              }
              radio={{
                name: state.id,
                chosen,
                onInput: () => state.enter(option.peek().value, { isDone: true }),
                onBlur: state.leave,
              }}
            />
          );
        }}
      />
    </FieldGroup>
  );
}
