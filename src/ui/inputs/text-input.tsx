import type { Child, Live } from "../../view/node.ts";
import type { Autocomplete } from "../../view/jsx/form-props.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { asItIs, InputState } from "../base/input-state.ts";
import { characterCount } from "./character-count.tsx";
import { ClearButton, placeholderOf } from "./clear-button.tsx";
import { heardAfter, type Debounced } from "./debounce.ts";
import { onKeys } from "./enter-key.ts";
import { boxNotes, InputBox, type BoxProps } from "./input-box.tsx";
import { Suggestions } from "./suggestions.tsx";
import { textRules, type TextRules, type TextType } from "./text-rules.ts";

export interface TextInputProps extends FieldProps<string>, TextRules, BoxProps, Debounced {
  /** What may be entered, for the keyboard on a phone and the browser's help; `"text"` unless told. */
  type?: TextType;
  placeholder?: Live<string>;
  autocomplete?: Autocomplete;
  /** What the browser offers meanwhile; anything else may be entered, too. */
  suggestions?: Live<readonly string[]>;
  /** With a button that empties it. */
  clearable?: boolean;
  /** Shows how many characters there are, and may be. */
  showCount?: boolean;
  /** Called on Enter with what is entered, if it is allowed. */
  onEnter?: (value: string) => unknown;
}

/**
 * A line of text.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { TextInput } from "tandem/ui";
 *
 * export default function Greeting() {
 *   const name = signal("");
 *   return (
 *     <main>
 *       <TextInput label="Your name" bind={name} maxLength={40} required />
 *       <p>Hello {name}!</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * `bind` holds what is typed as long as it is allowed: `minLength`, `maxLength`, `pattern`, `type` and `required` are
 * checked on the server, and what they do not allow stays in the field with a message. From Shiny's `input_text`.
 */
export function TextInput(props: TextInputProps): Child {
  const { type = "text", suggestions, clearable, onEnter } = props;
  const state = new InputState(props, textRules(props, type));
  const shown = state.shownAs(...asItIs);
  const count = characterCount(shown, props);
  const listId = `${state.id}-list`;
  return (
    <FieldFrame state={state} props={props} count={count}>
      <InputBox
        state={state}
        props={props}
        action={clearable ? <ClearButton state={state} props={props} /> : undefined}
      >
        <input
          {...controlProps(state, props, [boxNotes(props), count === undefined ? [] : "count"].flat())}
          class="tandem-input"
          type={type}
          bind={shown}
          readonly={props.readonly}
          placeholder={placeholderOf(props.placeholder, clearable === true)}
          autocomplete={props.autocomplete}
          maxlength={props.maxLength}
          list={suggestions === undefined ? undefined : listId}
          onInput={heardAfter(props, ({ value }) => state.enter(value, { isDone: false }))}
          onKeyDown={onKeys(state, onEnter)}
          onBlur={state.leave}
        />
      </InputBox>
      {suggestions !== undefined && <Suggestions id={listId} texts={suggestions} />}
    </FieldFrame>
  );
}
