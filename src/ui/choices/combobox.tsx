import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState, type ValueRules } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { ClearButton, placeholderOf } from "../inputs/clear-button.tsx";
import { fold } from "./fold.ts";
import { oneOf } from "./choice-rules.ts";
import { OptionNames, type LabelOf } from "./option-names.ts";
import { OptionSource, type SourceProps } from "./option-source.ts";
import { nothingLike, type Choosable, type KeyedOption } from "./options.ts";
import { Picker, pickerInput } from "./picker.tsx";

export interface ComboboxProps<T extends Held, Held = T | null> extends FieldProps<Held>, SourceProps<T> {
  placeholder?: Live<string>;
  /** What is typed counts as it is where it is no option; for values that are texts. */
  freeText?: boolean;
  /** What a value is called that no option found so far has, such as the one at first. */
  labelOf?: LabelOf<T>;
}

/**
 * One choice out of a long list, found by typing.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Combobox } from "tandem/ui";
 *
 * const cities = ["Bergen", "Oslo", "Stavanger", "Trondheim"];
 * const find = async (query: string) => cities.filter((city) => city.toLowerCase().includes(query.toLowerCase()));
 *
 * export default function Journey() {
 *   const [from, to] = [signal<string | null>("Oslo"), signal<string | null>(null)];
 *   return (
 *     <main>
 *       <Combobox label="From" bind={from} options={cities} required />
 *       <Combobox label="To" bind={to} search={find} placeholder="Type a city" />
 *     </main>
 *   );
 * }
 * ```
 *
 * What is typed and is no option is not taken, unless `freeText` is allowed. Found on the server with `search`: a later
 * search aborts the one before. From Shiny's `input_selectize` and Rio's `AutocompleteInput`.
 */
export function Combobox<T extends Held & Choosable, Held = T | null>(props: ComboboxProps<T, Held>): Child;
export function Combobox<T>(props: ComboboxProps<T>): Child {
  const source = new OptionSource<T>(props);
  const names = new OptionNames(source, props.labelOf);
  const state = new InputState<T | null>(props, rulesOf(source, props.freeText === true));
  const nothing = props.freeText ? ("" as T) : nothingLike(state.field.value.peek());
  const text = state.shownAs(
    (value) => names.of(value),
    (shown, value) => fold(shown) === fold(names.of(value)),
  );

  const enterText = (typed: string, isDone: boolean): unknown => {
    const now = state.field.value.peek();
    // Others may be called the same.
    if (typed !== "" && typed === names.of(now)) return state.enter(now, { isDone });
    const option = source.named(typed);
    if (typed.trim() === "") return state.enter(nothing, { isDone });
    if (option !== undefined) return choose(option, isDone);
    if (props.freeText) return state.enter(typed as T, { isDone });
    return fold(typed) === fold(names.of(now))
      ? state.enter(now, { isDone })
      : state.refuse(MESSAGES.notOffered, { isDone });
  };
  const choose = (option: KeyedOption<T>, isDone: boolean): unknown => {
    names.note(option);
    if (isDone) text.value = option.label;
    return state.enter(option.value, { isDone });
  };
  // A name may come later than its value.
  let named = text.peek();
  effect(() => {
    const name = names.of(state.field.value.value);
    if (untracked(() => text.value) === named) text.value = name;
    named = name;
  });

  return (
    <FieldFrame state={state} props={props}>
      <Picker
        state={state}
        props={props}
        source={source}
        isFree={props.freeText === true}
        isChosen={(key) => key === source.options.keyOf(state.field.value.value as T)}
        choose={(option) => {
          source.query.value = "";
          return state.isLocked ? undefined : choose(option, true);
        }}
      >
        <input
          {...controlProps(state, props)}
          {...pickerInput(state)}
          bind={text}
          readonly={props.readonly}
          placeholder={placeholderOf(props.placeholder)}
          onFocus={() => source.isWanted.set(true)}
          onInput={{
            ...source.pacing(props.debounce),
            handler: ({ value }) => {
              source.query.value = value;
              return enterText(value, false);
            },
          }}
          onBlur={() => {
            source.query.value = "";
            return enterText(text.peek(), true);
          }}
        />
        <ClearButton state={state} props={props} />
      </Picker>
    </FieldFrame>
  );
}

/** With a search, all that can be chosen was found; with free text, all that is typed will do. */
function rulesOf<T>(source: OptionSource<T>, isFree: boolean): ValueRules<T | null> {
  const { check, ...rules } = oneOf(source.options);
  return source.isSearch || isFree ? rules : { ...rules, check: check! };
}
