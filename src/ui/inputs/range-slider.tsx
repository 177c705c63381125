import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import { controlProps, FieldGroup } from "../base/field-frame.tsx";
import type { UnnamedProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { numberProblem, parseNumber } from "./number-rules.ts";
import { boundsOf, partOf, SLIDER_THROTTLE, SliderFrame, type SliderOptions } from "./slider-frame.tsx";

/** From one number to another that is not less. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

export interface RangeSliderProps extends UnnamedProps<NumberRange>, SliderOptions {}

type End = keyof NumberRange;

/**
 * A range of numbers, by feel: two thumbs, neither of which passes the other.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { RangeSlider, type NumberRange } from "tandem/ui";
 *
 * export function Price() {
 *   const price = signal<NumberRange>({ from: 20, to: 80 });
 *   return <RangeSlider label="Price" bind={price} max={200} step={10} format={(value) => `${value} €`} />;
 * }
 * ```
 *
 * Each thumb is a slider of its own for the keyboard and screen readers. From Shiny's `input_slider` with two values.
 */
export function RangeSlider(props: RangeSliderProps): Child {
  const bounds = boundsOf(props);
  const { format = String } = props;
  const limits = { min: bounds.min, max: bounds.max, step: bounds.step };
  const check = ({ from, to }: NumberRange): string | undefined =>
    numberProblem(from, limits) ?? numberProblem(to, limits) ?? (from > to ? MESSAGES.order : undefined);
  const state = new InputState<NumberRange>(props, {
    initial: { from: bounds.min(), to: bounds.max() },
    isEmpty: () => false,
    isSame,
    check,
  });
  const shown = state.shownAs<NumberRange>((value) => value, isSame);
  const enter = (end: End, text: string, isDone: boolean) => {
    const value = parseNumber(text);
    const range = { ...shown.peek(), [end]: value };
    // What its page cannot have sent is put back without a word.
    if (value === undefined || check(range) !== undefined) return undefined;
    shown.value = range;
    return state.enter(range, { isDone });
  };
  const thumb = (end: End) => (
    <input
      {...controlProps(state, { ...props, required: undefined })}
      ref={end === "from" ? state.control : undefined}
      id={`${state.id}-${end}`}
      class="tandem-range"
      type="range"
      data-end={end}
      // Where both are at the right, only the left one can still move.
      style={end === "from" ? { "z-index": () => (partOf(shown.value.from, bounds) > 0.5 ? 2 : null) } : undefined}
      aria-label={() => `${readLive(props.label)}, ${end}`}
      value={() => String(shown.value[end])}
      min={bounds.min}
      max={bounds.max}
      step={bounds.step}
      readonly={props.readonly}
      aria-readonly={props.readonly}
      aria-valuetext={props.format && (() => format(shown.value[end]))}
      onInput={{ throttle: SLIDER_THROTTLE, handler: ({ value }) => enter(end, value, false) }}
      onChange={({ value }) => enter(end, value, true)}
    />
  );
  return (
    <FieldGroup state={state} props={props}>
      <SliderFrame
        options={props}
        from={() => partOf(shown.value.from, bounds)}
        to={() => partOf(shown.value.to, bounds)}
        text={() => `${format(shown.value.from)} – ${format(shown.value.to)}`}
      >
        {thumb("from")}
        {thumb("to")}
      </SliderFrame>
    </FieldGroup>
  );
}

const isSame = (one: NumberRange, other: NumberRange): boolean => one.from === other.from && one.to === other.to;
