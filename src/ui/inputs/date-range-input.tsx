import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { ref } from "../../view/ref.ts";
import { controlProps, FieldGroup } from "../base/field-frame.tsx";
import type { UnnamedProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { DateRangePresets, type DateRangePreset } from "./date-range-presets.tsx";
import { temporalProblem, type TemporalRules } from "./temporal-rules.ts";

/** From one date to another, both included; both are `""` for none. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface DateRangeInputProps extends UnnamedProps<DateRange>, Omit<TemporalRules, "step"> {
  /** What the two are called; "From" and "To" unless told. */
  fromLabel?: Live<string>;
  toLabel?: Live<string>;
  /** Ranges to choose by their names, below; one that is not allowed cannot be chosen. */
  presets?: Live<readonly DateRangePreset[]>;
}

type End = keyof DateRange;

/**
 * From one date to another: `{ from: "2026-11-26", to: "2026-11-30" }`.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { DateRangeInput, dateRanges, type DateRange } from "tandem/ui";
 *
 * export default function Stay() {
 *   const stay = signal<DateRange>({ from: "", to: "" });
 *   return (
 *     <main>
 *       <DateRangeInput
 *         label="Stay"
 *         bind={stay}
 *         min="2026-11-01"
 *         fromLabel="Arrival"
 *         toLabel="Departure"
 *         presets={[{ label: "A week from today", range: dateRanges.nextDays(7) }]}
 *       />
 *       <p>{() => (stay.value.from === "" ? "When?" : `${stay.value.from} to ${stay.value.to}`)}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * The signal changes once both dates are there, and the first is not after the second. From Shiny's `input_date_range`.
 */
export function DateRangeInput(props: DateRangeInputProps): Child {
  const state = new InputState<DateRange>(props, {
    initial: { from: "", to: "" },
    isEmpty: ({ from, to }) => from === "" && to === "",
    isSame,
    check: (range) => problemOf(range, props),
  });
  const controls = { from: state.control, to: ref() };
  const textOf = (end: End) =>
    state.shownAs(
      (range) => range[end],
      (text, range) => text === range[end],
      controls[end],
    );
  const shown = { from: textOf("from"), to: textOf("to") };
  /** Half of a control is nobody's date, and no empty one either. */
  const halves = { from: false, to: false };
  const forgetHalves = () => void (halves.from = halves.to = false);
  state.onNews((_, { isGivenUp }) => isGivenUp && forgetHalves());
  const look = (isDone: boolean) => {
    const range = { from: shown.from.peek(), to: shown.to.peek() };
    return halves.from || halves.to ? state.refuse(MESSAGES.date, { isDone }) : state.enter(range, { isDone });
  };
  const choose = (range: DateRange) => {
    if (state.isLocked) return undefined;
    forgetHalves();
    [shown.from.value, shown.to.value] = [range.from, range.to];
    return look(true);
  };
  const control = (end: End, label: Live<string>) => (
    <label class="tandem-date-end">
      <span>{label}</span>
      <input
        {...controlProps(state, props)}
        ref={controls[end]}
        id={`${state.id}-${end}`}
        class="tandem-input"
        type="date"
        bind={shown[end]}
        min={() => (end === "to" && shown.from.value) || readLive(props.min)}
        max={props.max}
        readonly={props.readonly}
        onInput={({ badInput }) => {
          halves[end] = badInput;
          return look(false);
        }}
        onBlur={({ badInput }) => {
          halves[end] = badInput;
          // On the way from the first to the second there is nothing to complain of yet.
          return look(end === "to" || shown.to.peek() !== "");
        }}
      />
    </label>
  );
  return (
    <FieldGroup state={state} props={props}>
      <div class="tandem-dates">
        {control("from", props.fromLabel ?? "From")}
        {control("to", props.toLabel ?? "To")}
      </div>
      {props.presets && (
        <DateRangePresets
          presets={props.presets}
          size={props.size}
          isChosen={(range) => isSame(state.field.value.value, range)}
          isOff={(range) => readLive(props.readonly) === true || problemOf(range, props) !== undefined}
          onChoose={choose}
        />
      )}
    </FieldGroup>
  );
}

function problemOf({ from, to }: DateRange, rules: TemporalRules): string | undefined {
  if (from === "" || to === "") return MESSAGES.dates;
  return (
    temporalProblem("date", from, rules) ??
    temporalProblem("date", to, rules) ??
    (from > to ? MESSAGES.order : undefined)
  );
}

const isSame = (one: DateRange, other: DateRange): boolean => one.from === other.from && one.to === other.to;
