import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState, type Entering } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { heardAfter, type Debounced } from "./debounce.ts";
import { onKeys } from "./enter-key.ts";
import { boxNotes, InputBox, type BoxProps } from "./input-box.tsx";
import { Steppers } from "./steppers.tsx";
import { numberProblem, parseNumber, type NumberRules } from "./number-rules.ts";

export interface NumberInputProps extends FieldProps<number | null>, NumberRules, BoxProps, Debounced {
  /** Whole numbers only. */
  integer?: boolean;
  placeholder?: Live<string>;
  /** With buttons for less and more, as fingers have no arrow keys. */
  steppers?: boolean;
  /** Says below how a number reads, such as `"1,250,000 kr"`: what is typed has no separators in any browser. */
  format?: (value: number) => string;
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
  const { format, steppers } = props;
  const reading = format && (() => textOf(state.field.value.value, format));
  return (
    <FieldFrame state={state} props={props} count={reading}>
      <InputBox state={state} props={props} action={steppers ? <Steppers state={state} props={props} /> : undefined}>
        <input
          {...controlProps(state, props, [boxNotes(props), reading === undefined ? [] : "count"].flat())}
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
          onInput={heardAfter(props, ({ value, badInput }) => enter(value, badInput, { isDone: false }))}
          onKeyDown={onKeys(state, props.onEnter)}
          onBlur={({ badInput }) => (badInput ? state.refuse(MESSAGES.number, { isDone: true }) : state.leave())}
        />
      </InputBox>
    </FieldFrame>
  );
}

const textOf = (value: number | null, format: (value: number) => string): string =>
  value === null ? "" : format(value);

const rulesOf = (props: NumberInputProps) => ({
  kind: "number" as const,
  initial: null,
  isEmpty: (value: number | null) => value === null,
  check: (value: number | null) =>
    props.integer && !Number.isInteger(value) ? MESSAGES.integer : numberProblem(Number(value), props),
});
