import type { DateRange } from "./date-range-input.tsx";

/** A range of dates by what day it is for the person: `"2026-11-26"`. */
export type RangeOfToday = (today: string) => DateRange;

/**
 * Ranges of dates that people often want, for the `presets` of a `DateRangeInput`. Weeks begin on Monday.
 *
 * @example
 * ```ts
 * import { dateRanges } from "tandem/ui";
 *
 * console.log(dateRanges.lastDays(7)("2026-11-26")); // { from: "2026-11-20", to: "2026-11-26" }
 * ```
 *
 * Each is a function of the day; today counts.
 */
export const dateRanges = {
  today: (today: string): DateRange => ({ from: today, to: today }),
  yesterday: (today: string): DateRange => ({ from: daysFrom(today, -1), to: daysFrom(today, -1) }),
  /** So many days, the last of which is today. */
  lastDays:
    (days: number): RangeOfToday =>
    (today) => ({ from: daysFrom(today, 1 - days), to: today }),
  /** So many days, the first of which is today. */
  nextDays:
    (days: number): RangeOfToday =>
    (today) => ({ from: today, to: daysFrom(today, days - 1) }),
  thisWeek: (today: string): DateRange => {
    const monday = daysFrom(today, -((new Date(today).getUTCDay() + 6) % 7));
    return { from: monday, to: daysFrom(monday, 6) };
  },
  thisMonth: (today: string): DateRange => monthOf(today),
  lastMonth: (today: string): DateRange => monthOf(daysFrom(monthOf(today).from, -1)),
  thisYear: (today: string): DateRange => ({ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }),
} as const;

/** What day it is at a place now. */
export function todayAt(now: number, timeZone: string): string {
  // Swedes write dates as HTML does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(now);
}

function daysFrom(day: string, days: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function monthOf(day: string): DateRange {
  const last = new Date(day.slice(0, 7));
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return { from: `${day.slice(0, 7)}-01`, to: last.toISOString().slice(0, 10) };
}
