import type { Child, Live } from "../../view/node.ts";
import type { Autocomplete } from "../../view/jsx/form-props.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { textRules, type TextRules } from "./text-rules.ts";

export interface TextInputProps extends FieldProps<string>, TextRules {
  /** What may be entered, for the keyboard on a phone and the browser's help; `"text"` unless told. */
  type?: "text" | "email" | "tel" | "url";
  placeholder?: Live<string>;
  autocomplete?: Autocomplete;
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
 * `bind` holds what is typed as long as it is allowed: `minLength`, `maxLength`, `pattern` and `required` are checked
 * on the server, and what they do not allow stays in the field with a message. From Shiny's `input_text`.
 */
export function TextInput(props: TextInputProps): Child {
  const state = new InputState(props, textRules(props));
  const shown = state.shownAs(
    (value) => value,
    (text, value) => text === value,
  );
  return (
    <FieldFrame state={state} props={props}>
      <input
        {...controlProps(state, props)}
        class="tandem-input"
        type={props.type ?? "text"}
        bind={shown}
        readonly={props.readonly}
        placeholder={props.placeholder}
        autocomplete={props.autocomplete}
        maxlength={props.maxLength}
        onInput={({ value }) => state.enter(value, { isDone: false })}
        onBlur={() => state.enter(shown.peek(), { isDone: true })}
      />
    </FieldFrame>
  );
}
