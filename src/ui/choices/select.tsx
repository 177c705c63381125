import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { oneOf } from "./choice-rules.ts";
import { Grouped } from "./grouped.tsx";
import { isNothing, NOTHING, nothingLike, OptionSet, type Choosable, type Options } from "./options.ts";

export interface SelectProps<T extends Held, Held = T | null> extends FieldProps<Held> {
  options: Options<T>;
  /** What stands there while nothing is chosen; unless it is `required`, nothing can be chosen again. */
  placeholder?: Live<string>;
}

/**
 * One choice out of a list that opens.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Select } from "tandem/ui";
 *
 * export default function Shipping() {
 *   const days = signal<number | null>(null);
 *   return (
 *     <main>
 *       <Select
 *         label="Shipping"
 *         bind={days}
 *         placeholder="Choose…"
 *         options={[
 *           { value: 1, label: "Express" },
 *           { value: 3, label: "Regular" },
 *         ]}
 *       />
 *       <p>{() => (days.value === null ? "" : `It takes ${days.value} days.`)}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * It is the platform's own. Values are of any kind and stay on the server, which takes nothing that it does not offer.
 * From Shiny's `input_select`, PyWebIO's `select` and Rio's `Dropdown`.
 */
export function Select<T extends Held & Choosable, Held = T | null>(props: SelectProps<T, Held>): Child;
export function Select<T>(props: SelectProps<T>): Child {
  const options = new OptionSet<T>(props.options);
  const state = new InputState<T | null>(props, oneOf(options));
  const nothing = nothingLike(state.field.value.peek());
  const keyOf = (value: T | null) =>
    isNothing(value) && !options.has(value as T) ? NOTHING : options.keyOf(value as T);
  const shown = state.shownAs(keyOf, (key, value) => key === keyOf(value));
  const canClear = () => props.placeholder !== undefined && !readLive(props.required);
  const isFixed = (key: string) => readLive(props.readonly) === true && key !== shown.value;
  return (
    <FieldFrame state={state} props={props}>
      <span class="tandem-select">
        <select
          {...controlProps(state, props)}
          class="tandem-input"
          bind={shown}
          aria-readonly={() => (readLive(props.readonly) ? "true" : undefined)}
          onInput={({ value }) => {
            const option = options.withKey(value);
            return state.enter(option === undefined ? nothing : option.value, { isDone: true });
          }}
          onBlur={state.leave}
        >
          <Show when={() => canClear() || options.withKey(shown.value) === undefined}>
            <option value={NOTHING} disabled={() => !canClear() || isFixed(NOTHING)} hidden={() => !canClear()}>
              {props.placeholder}
            </option>
          </Show>
          <Grouped
            groups={options.groups}
            heading={(label, members) => <optgroup label={label}>{members}</optgroup>}
            option={(option) => (
              <option
                value={option.peek().key}
                // For the first paint, before any script.
                selected={option.peek().key === shown.peek()}
                disabled={() => option.value.disabled || isFixed(option.value.key)}
              >
                {() => option.value.label}
              </option>
            )}
          />
        </select>
      </span>
    </FieldFrame>
  );
}
