import { signal } from "../../reactive/signal.ts";
import { command } from "../../view/commands.ts";
import type { Child, Live } from "../../view/node.ts";
import type { Autocomplete } from "../../view/jsx/form-props.ts";
import { ref } from "../../view/ref.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { onKeys } from "./enter-key.ts";
import { InputBox } from "./input-box.tsx";
import { textRules, type TextRules } from "./text-rules.ts";

export interface PasswordInputProps extends FieldProps<string>, TextRules {
  placeholder?: Live<string>;
  /** `"current-password"` unless told; `"new-password"` where one is chosen. */
  autocomplete?: Autocomplete;
  /** Without the button that shows what is typed. */
  concealed?: boolean;
  /** Called on Enter with what is entered, if it is allowed. */
  onEnter?: (value: string) => unknown;
}

/**
 * A secret: it goes from the page to the server, and never back.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { PasswordInput } from "tandem/ui";
 *
 * export function NewPassword() {
 *   const password = signal("");
 *   return <PasswordInput label="New password" bind={password} autocomplete="new-password" minLength={12} required />;
 * }
 * ```
 *
 * What the app writes to the signal is not sent: another value empties the field. So does a page that had to be brought
 * up to date after a long absence, and others at a shared session see an empty field. From Shiny's `input_password`.
 */
export function PasswordInput(props: PasswordInputProps): Child {
  const { concealed = false, onEnter } = props;
  const state = new InputState(props, textRules(props));
  const { blank, noteTyped } = blanksOf(state);
  const field = state.control;
  return (
    <FieldFrame state={state} props={props}>
      <InputBox
        state={state}
        props={props}
        action={concealed ? undefined : <RevealButtons field={field} props={props} />}
      >
        <input
          {...controlProps(state, props)}
          class="tandem-input"
          type="password"
          prop:value={blank}
          readonly={props.readonly}
          placeholder={props.placeholder}
          autocomplete={props.autocomplete ?? "current-password"}
          autocapitalize="off"
          spellcheck={false}
          maxlength={props.maxLength}
          onInput={({ value }) => {
            noteTyped(value);
            return state.enter(value, { isDone: false });
          }}
          onKeyDown={onKeys(state, onEnter)}
          onBlur={state.leave}
        />
      </InputBox>
    </FieldFrame>
  );
}

/** The control's value as the server says it: always empty, and said anew whenever the app has another than was typed. */
function blanksOf(state: InputState<string>) {
  const blanks = signal(0);
  let typed = "";
  state.onNews((value) => {
    if (value === typed) return;
    typed = "";
    blanks.value++;
  });
  return {
    // Two ways to say nothing, so that it is said again.
    blank: () => (blanks.value % 2 === 0 ? "" : null),
    noteTyped: (value: string) => void (typed = value),
  };
}

/** Each page shows what it has for itself, and nobody else's does. */
function RevealButtons({
  field,
  props: { disabled },
}: {
  field: InputState<string>["control"];
  props: PasswordInputProps;
}): Child {
  const [show, hide] = [ref<"button">(), ref<"button">()];
  const turn = (type: string, from: typeof show, to: typeof show) => [
    command.setAttribute("type", type, field),
    command.show(to),
    command.focus(to),
    command.hide(from),
  ];
  return [
    <button
      ref={show}
      type="button"
      class="tandem-input-action tandem-reveal"
      disabled={disabled}
      aria-label="Show the password"
      onClick={turn("text", show, hide)}
    />,
    <button
      ref={hide}
      type="button"
      class="tandem-input-action tandem-conceal"
      hidden
      disabled={disabled}
      aria-label="Hide the password"
      onClick={turn("password", hide, show)}
    />,
  ];
}
