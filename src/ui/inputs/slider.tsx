import type { Child } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { numberProblem, parseNumber } from "./number-rules.ts";
import { boundsOf, partOf, SLIDER_THROTTLE, SliderFrame, type SliderOptions } from "./slider-frame.tsx";

export interface SliderProps extends FieldProps<number>, SliderOptions {}

/**
 * A number between two others, by feel.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Slider } from "tandem/ui";
 *
 * export default function Volume() {
 *   const volume = signal(40);
 *   return (
 *     <main>
 *       <Slider label="Volume" bind={volume} step={5} format={(value) => `${value} %`} marks={[0, 50, 100]} />
 *       <p>{() => (volume.value > 80 ? "Mind your ears." : "Fine.")}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * It is followed while it moves, 20 times a second at most, and exactly once it rests. From Shiny's `input_slider`.
 */
export function Slider(props: SliderProps): Child {
  const bounds = boundsOf(props);
  const { format = String } = props;
  const limits = { min: bounds.min, max: bounds.max, step: bounds.step };
  const state = new InputState<number>(props, {
    kind: "number",
    initial: bounds.min(),
    isEmpty: () => false,
    check: (value) => numberProblem(value, limits),
  });
  const shown = state.shownAs<number>((value) => value, Object.is);
  const enter = (text: string, isDone: boolean) => {
    const value = parseNumber(text);
    // What its page cannot have sent is put back without a word.
    if (value === undefined || numberProblem(value, limits) !== undefined) return undefined;
    shown.value = value;
    return state.enter(value, { isDone });
  };
  return (
    <FieldFrame state={state} props={props}>
      <SliderFrame options={props} to={() => partOf(shown.value, bounds)} text={() => format(shown.value)}>
        <input
          {...controlProps(state, { ...props, required: undefined })}
          class="tandem-range"
          type="range"
          value={() => String(shown.value)}
          min={bounds.min}
          max={bounds.max}
          step={bounds.step}
          readonly={props.readonly}
          aria-readonly={props.readonly}
          aria-valuetext={props.format && (() => format(shown.value))}
          onInput={{ throttle: SLIDER_THROTTLE, handler: ({ value }) => enter(value, false) }}
          onChange={({ value }) => enter(value, true)}
        />
      </SliderFrame>
    </FieldFrame>
  );
}
