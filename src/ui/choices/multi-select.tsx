import { signal } from "../../reactive/signal.ts";
import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { Chips } from "./chips.tsx";
import { someOf, wrongCount, type ManyRules } from "./choice-rules.ts";
import { ManyChosen } from "./many-chosen.ts";
import { OptionNames, type LabelOf } from "./option-names.ts";
import { OptionSource, type SourceProps } from "./option-source.ts";
import type { Choosable } from "./options.ts";
import { Picker, pickerInput } from "./picker.tsx";

export interface MultiSelectProps<T extends Held, Held = T> extends FieldProps<Held[]>, SourceProps<T>, ManyRules {
  /** What stands there while nothing is chosen. */
  placeholder?: Live<string>;
  /** A button above the options chooses all that are found, or none. */
  selectAll?: boolean;
  /** What a value is called that no option found so far has, such as those at first. */
  labelOf?: LabelOf<T>;
}

/**
 * Any number of choices out of a list that opens and can be searched.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { MultiSelect } from "tandem/ui";
 *
 * export default function Team() {
 *   const team = signal<number[]>([1]);
 *   return (
 *     <MultiSelect
 *       label="Team"
 *       bind={team}
 *       max={3}
 *       options={[
 *         { value: 1, label: "Ada", group: "Analysts" },
 *         { value: 2, label: "Grace", group: "Compilers" },
 *         { value: 3, label: "Edith", group: "Compilers" },
 *       ]}
 *     />
 *   );
 * }
 * ```
 *
 * The value is in the order of the options, with `search` in that of choosing. From Shiny's `input_selectize(multiple=True)`, PyWebIO's
 * `select(multiple=True)` and Rio's `MultiSelect`.
 */
export function MultiSelect<T extends Held & Choosable, Held = T>(props: MultiSelectProps<T, Held>): Child;
export function MultiSelect<T>(props: MultiSelectProps<T>): Child {
  const source = new OptionSource<T>(props);
  const names = new OptionNames(source, props.labelOf);
  const rules = someOf(source.options, props);
  const state = new InputState<T[]>(
    props,
    source.isSearch ? { ...rules, check: (values) => wrongCount(values.length, props) } : rules,
  );
  const chosen = new ManyChosen(source.options, state, { isOrdered: !source.isSearch });
  const labelOf = (key: string) => source.options.withKey(key)?.label ?? names.of(chosen.valueOf(key) ?? null);
  const text = signal("");
  const countId = `${state.id}-chosen`;
  return (
    <FieldFrame state={state} props={props}>
      <Picker
        state={state}
        props={props}
        source={source}
        isMany
        isChosen={(key) => chosen.has(key)}
        choose={(option) => {
          if (state.isLocked) return undefined;
          names.note(option);
          return chosen.choose(option.key, !chosen.has(option.key));
        }}
        head={props.selectAll === true && <AllButton source={source} chosen={chosen} isLocked={() => state.isLocked} />}
      >
        <div class="tandem-picker-inside">
          <Chips
            keys={() => chosen.keys}
            labelOf={labelOf}
            remove={(key) => (state.isLocked ? undefined : chosen.choose(key, false))}
            isLocked={() => Boolean(readLive(props.disabled) || readLive(props.readonly))}
            label={() => `Chosen: ${readLive(props.label)}`}
          />
          <input
            {...controlProps(state, props, ["chosen"])}
            {...pickerInput(state)}
            required={undefined}
            aria-required={() => (readLive(props.required) ? "true" : undefined)}
            bind={text}
            readonly={props.readonly}
            placeholder={() => (chosen.keys.length === 0 ? readLive(props.placeholder) : undefined)}
            onFocus={() => source.isWanted.set(true)}
            onInput={{ ...source.pacing(props.debounce), handler: ({ value }) => source.query.set(value) }}
            onBlur={() => {
              text.value = source.query.value = "";
              return state.leave();
            }}
          />
          <span class="tandem-unseen" id={countId}>
            {() => chosenText(chosen.keys.map(labelOf))}
          </span>
        </div>
      </Picker>
    </FieldFrame>
  );
}

const chosenText = (labels: readonly string[]): string =>
  labels.length === 0 ? "Nothing chosen." : `${labels.length} chosen: ${labels.join(", ")}.`;

interface AllButtonProps<T> {
  source: OptionSource<T>;
  chosen: ManyChosen<T>;
  isLocked: () => boolean;
}

function AllButton<T>({ source, chosen, isLocked }: AllButtonProps<T>): Child {
  const keys = () => source.found.value.filter(({ disabled }) => !disabled).map(({ key }) => key);
  const hasAll = () => keys().every((key) => chosen.has(key));
  return (
    <Show when={() => source.found.value.length > 0}>
      <button
        type="button"
        class="tandem-button tandem-tone-neutral tandem-picker-all"
        data-appearance="plain"
        data-size="small"
        onClick={() => (isLocked() ? undefined : chosen.chooseAll(keys(), !hasAll()))}
      >
        {() => (hasAll() ? "Choose none" : "Choose all")}
      </button>
    </Show>
  );
}
