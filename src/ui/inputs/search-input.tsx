import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { asItIs, InputState } from "../base/input-state.ts";
import { ClearButton, placeholderOf } from "./clear-button.tsx";
import { onKeys } from "./enter-key.ts";
import { InputBox } from "./input-box.tsx";
import { Suggestions } from "./suggestions.tsx";
import { textRules } from "./text-rules.ts";

export interface SearchInputProps extends FieldProps<string> {
  placeholder?: Live<string>;
  maxLength?: number;
  /** What the browser offers meanwhile, such as earlier searches. */
  suggestions?: Live<readonly string[]>;
  /** Milliseconds without a keystroke until the server hears of them; 250 unless told, 0 for each. */
  debounce?: number;
  /** Called on Enter with the text, whatever `debounce` says. */
  onSearch?: (text: string) => unknown;
}

/**
 * A text to look for something by: its signal follows once typing pauses.
 *
 * @example
 * ```tsx
 * import { computed, For, signal } from "tandem";
 * import { SearchInput } from "tandem/ui";
 *
 * const towns = ["Bergen", "Oslo", "Tromsø"];
 *
 * export default function Towns() {
 *   const text = signal("");
 *   const found = computed(() => towns.filter((town) => town.toLowerCase().includes(text.value.toLowerCase())));
 *   return (
 *     <main>
 *       <SearchInput label="Find a town" bind={text} />
 *       <ul>
 *         <For each={found}>{(town) => <li>{town}</li>}</For>
 *       </ul>
 *     </main>
 *   );
 * }
 * ```
 *
 * Its button and, in most browsers, Escape empty it. The debounce is Rio's `TextInput(on_change=…)` done by the page.
 */
export function SearchInput(props: SearchInputProps): Child {
  const { suggestions, debounce = 250, onSearch } = props;
  const state = new InputState(props, textRules(props));
  const shown = state.shownAs(...asItIs);
  const listId = `${state.id}-list`;
  const prefix = <span class="tandem-search-mark" aria-hidden="true" />;
  return (
    <FieldFrame state={state} props={props}>
      <InputBox state={state} props={{ ...props, prefix }} action={<ClearButton state={state} props={props} />}>
        <input
          {...controlProps(state, props)}
          class="tandem-input"
          type="search"
          bind={shown}
          readonly={props.readonly}
          placeholder={placeholderOf(props.placeholder)}
          autocomplete="off"
          maxlength={props.maxLength}
          list={suggestions === undefined ? undefined : listId}
          onInput={{ debounce, handler: ({ value }) => state.enter(value, { isDone: false }) }}
          onKeyDown={onKeys(state, onSearch)}
          onBlur={state.leave}
        />
      </InputBox>
      {suggestions !== undefined && <Suggestions id={listId} texts={suggestions} />}
    </FieldFrame>
  );
}
