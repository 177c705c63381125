import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState, type Entering } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { onKeys } from "./enter-key.ts";
import { boxNotes, InputBox, type BoxProps } from "./input-box.tsx";
import { numberProblem, parseNumber, type NumberRules } from "./number-rules.ts";

export interface NumberInputProps extends FieldProps<number | null>, NumberRules, BoxProps {
  /** Whole numbers only. */
  integer?: boolean;
  placeholder?: Live<string>;
  /** Called on Enter with what is entered, if it is allowed. */
  onEnter?: (value: number | null) => unknown;
}

/**
 * A number, or `null` for none.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { NumberInput } from "tandem/ui";
 *
 * export default function Parcel() {
 *   const weight = signal<number | null>(null);
 *   return (
 *     <main>
 *       <NumberInput label="Weight" bind={weight} min={0} max={30} step={0.1} suffix="kg" />
 *       <p>{() => (weight.value === null ? "How heavy is it?" : `${weight.value * 2} €`)}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * What is typed stays as it is typed: "1.50" is 1.5. Arrow keys step. From Shiny's `input_numeric`.
 */
export function NumberInput(props: NumberInputProps): Child {
  const state = new InputState(props, rulesOf(props));
  const shown = state.shownAs(
    (value) => (value === null ? "" : String(value)),
    (text, value) => (text === "" ? null : parseNumber(text)) === value,
    state.control,
  );
  const enter = (text: string, isBad: boolean, entering: Entering) => {
    shown.value = text;
    const value = text === "" ? null : parseNumber(text);
    return isBad || value === undefined ? state.refuse(MESSAGES.number, entering) : state.enter(value, entering);
  };
  return (
    <FieldFrame state={state} props={props}>
      <InputBox state={state} props={props}>
        <input
          {...controlProps(state, props, boxNotes(props))}
          class="tandem-input"
          type="number"
          inputmode={props.integer ? "numeric" : "decimal"}
          value={shown}
          min={props.min}
          max={props.max}
          step={props.step ?? (props.integer ? 1 : "any")}
          readonly={props.readonly}
          placeholder={props.placeholder}
          autocomplete="off"
          onInput={({ value, badInput }) => enter(value, badInput, { isDone: false })}
          onKeyDown={onKeys(state, props.onEnter)}
          onBlur={({ badInput }) => (badInput ? state.refuse(MESSAGES.number, { isDone: true }) : state.leave())}
        />
      </InputBox>
    </FieldFrame>
  );
}

const rulesOf = (props: NumberInputProps) => ({
  kind: "number" as const,
  initial: null,
  isEmpty: (value: number | null) => value === null,
  check: (value: number | null) =>
    props.integer && !Number.isInteger(value) ? MESSAGES.integer : numberProblem(Number(value), props),
});
