import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import type { NumberRules } from "./number-rules.ts";

/** What all sliders take. */
export interface SliderOptions extends NumberRules {
  /** The least and the greatest value; 0 and 100 unless told. */
  min?: Live<number>;
  max?: Live<number>;
  /** 1 unless told. */
  step?: number;
  /** How a value is written, and read out: `(value) => `${value} %``. */
  format?: (value: number) => string;
  /** Values to write below, as numbers or with a text. */
  marks?: readonly (number | SliderMark)[];
  /** Without the value beside it. */
  hideValue?: boolean;
}

export interface SliderMark {
  value: number;
  label: string;
}

/** How long a slider being moved waits until it tells the next value, in milliseconds. */
export const SLIDER_THROTTLE = 50;

/** Where sliders begin and end, and how they go. */
export function boundsOf({ min, max, step = 1 }: SliderOptions) {
  return { min: () => readLive(min) ?? 0, max: () => readLive(max) ?? 100, step };
}

/** Where `value` lies, from 0 to 1. */
export function partOf(value: number, { min, max }: ReturnType<typeof boundsOf>): number {
  const [least, most] = [min(), max()];
  return most > least ? Math.min(1, Math.max(0, (value - least) / (most - least))) : 0;
}

interface SliderFrameProps {
  options: SliderOptions;
  /** Where the filled part begins and ends, from 0 to 1; the page moves it along meanwhile. */
  from?: () => number;
  to: () => number;
  /** The value as text. */
  text: () => string;
  children: Child;
}

/** The track with its thumbs, the value beside it, and marks below. */
export function SliderFrame({ options, from, to, text, children }: SliderFrameProps): Child {
  return (
    <div class="tandem-range-row">
      <tandem-range style={{ "--range-from": () => String(from?.() ?? 0), "--range-part": () => String(to()) }}>
        <span class="tandem-range-track" />
        {children}
        {options.marks !== undefined && <Marks options={options} />}
      </tandem-range>
      {!options.hideValue && (
        <span class="tandem-range-value" aria-hidden="true">
          {text}
        </span>
      )}
    </div>
  );
}

function Marks({ options }: { options: SliderOptions }): Child {
  const { marks = [], format = String } = options;
  const bounds = boundsOf(options);
  return (
    <div class="tandem-range-marks" aria-hidden="true">
      {marks.map((mark) => {
        const { value, label } = typeof mark === "number" ? { value: mark, label: format(mark) } : mark;
        return <span style={{ "--part": () => String(partOf(value, bounds)) }}>{label}</span>;
      })}
    </div>
  );
}
