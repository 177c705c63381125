import type { Child } from "../../view/node.ts";
import { TemporalInput, type TemporalProps } from "./temporal-input.tsx";

export interface DateInputProps extends TemporalProps {}

/**
 * A date, as text: `"2026-11-26"`, or `""` for none.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { DateInput } from "tandem/ui";
 *
 * export default function Trip() {
 *   const day = signal("2026-11-26");
 *   return (
 *     <main>
 *       <DateInput label="Departure" bind={day} min="2026-11-01" max="2027-03-31" required />
 *       <p>You leave on {day}.</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * People see and enter it as their system writes dates. From Shiny's `input_date`.
 */
export function DateInput(props: DateInputProps): Child {
  return <TemporalInput type="date" props={props} />;
}

export interface TimeInputProps extends TemporalProps {}

/**
 * A time of day, as text: `"09:30"`, or `""` for none.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { TimeInput } from "tandem/ui";
 *
 * export function Meeting() {
 *   const start = signal("09:30");
 *   return <TimeInput label="Start" bind={start} min="08:00" max="18:00" step={900} />;
 * }
 * ```
 *
 * `min="22:00" max="06:00"` goes over midnight. With a `step` of less than 60 seconds it has seconds: `"09:30:15"`.
 */
export function TimeInput(props: TimeInputProps): Child {
  return <TemporalInput type="time" props={props} />;
}

export interface DateTimeInputProps extends TemporalProps {}

/**
 * A date and a time of day, as text without a time zone: `"2026-11-26T09:30"`, or `""` for none.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { DateTimeInput } from "tandem/ui";
 *
 * export function Deadline() {
 *   const deadline = signal("");
 *   return <DateTimeInput label="Deadline" bind={deadline} min="2026-11-26T00:00" help="In your own time zone." />;
 * }
 * ```
 *
 * It is what the person's clock shows; their time zone is `session.info.timezone`.
 */
export function DateTimeInput(props: DateTimeInputProps): Child {
  return <TemporalInput type="datetime-local" props={props} />;
}

export interface MonthInputProps extends TemporalProps {}

/**
 * A month of a year, as text: `"2026-11"`, or `""` for none.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { MonthInput } from "tandem/ui";
 *
 * export function Payroll() {
 *   const month = signal("2026-11");
 *   return <MonthInput label="Month" bind={month} max="2026-12" />;
 * }
 * ```
 *
 * Firefox and Safari on a desk have no control for it: there it is text, which the server checks just so.
 */
export function MonthInput(props: MonthInputProps): Child {
  return <TemporalInput type="month" props={props} />;
}

export interface WeekInputProps extends TemporalProps {}

/**
 * A week of a year, as ISO 8601 counts them: `"2026-W48"`, or `""` for none.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { WeekInput } from "tandem/ui";
 *
 * export function Roster() {
 *   const week = signal("2026-W48");
 *   return <WeekInput label="Week" bind={week} />;
 * }
 * ```
 *
 * Firefox and Safari on a desk have no control for it: there it is text, which the server checks just so.
 */
export function WeekInput(props: WeekInputProps): Child {
  return <TemporalInput type="week" props={props} />;
}
