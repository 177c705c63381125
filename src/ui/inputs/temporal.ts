/** Dates and times as HTML writes them: what texts stand for one, and how they compare. */

export type TemporalType = "date" | "time" | "datetime-local" | "month" | "week";

const DAY = 86_400_000;

/** What a text stands for, as a number that grows with time; nothing for a text that is none, such as the 31st of June. */
export function parseTemporal(type: TemporalType, text: string): number | undefined {
  const parts = FORMS[type].exec(text);
  return parts === null ? undefined : READERS[type](parts.slice(1).map((part) => Number(part ?? 0)));
}

const [DATE, TIME] = ["(\\d{4})-(\\d\\d)-(\\d\\d)", "(\\d\\d):(\\d\\d)(?::(\\d\\d(?:\\.\\d{1,3})?))?"];

const FORMS: Record<TemporalType, RegExp> = {
  date: new RegExp(`^${DATE}$`),
  time: new RegExp(`^${TIME}$`),
  "datetime-local": new RegExp(`^${DATE}T${TIME}$`),
  month: /^(\d{4})-(\d\d)$/,
  week: /^(\d{4})-W(\d\d)$/,
};

type Reader = (parts: readonly number[]) => number | undefined;

const READERS: Record<TemporalType, Reader> = {
  date: readDate,
  time: readTime,
  "datetime-local": (parts) => {
    const [date, time] = [readDate(parts.slice(0, 3)), readTime(parts.slice(3))];
    return date === undefined || time === undefined ? undefined : date + time;
  },
  month: ([year = 0, month = 0]) => (readDate([year, month, 1]) === undefined ? undefined : year * 12 + month - 1),
  week: readWeek,
};

/** Milliseconds since 1970. */
function readDate([year = 0, month = 0, day = 0]: readonly number[]): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() : undefined;
}

/** Milliseconds since midnight. */
function readTime([hours = 0, minutes = 0, seconds = 0]: readonly number[]): number | undefined {
  const isReal = hours < 24 && minutes < 60 && seconds < 60;
  return isReal ? Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000) : undefined;
}

/** Weeks since 1970, as ISO 8601 counts them: those of a year begin with the one of 4 January. */
function readWeek([year = 0, week = 0]: readonly number[]): number | undefined {
  const first = mondayOfYear(year);
  const next = mondayOfYear(year + 1);
  if (first === undefined || next === undefined || week < 1) return undefined;
  const monday = first + (week - 1) * 7 * DAY;
  return monday < next ? Math.floor(monday / (7 * DAY)) : undefined;
}

function mondayOfYear(year: number): number | undefined {
  const fourth = readDate([year, 1, 4]);
  return fourth === undefined ? undefined : fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}

/** What one step is, in what {@link parseTemporal} counts: seconds of times, days of dates. */
export const STEP_UNITS: Record<TemporalType, number> = {
  date: DAY,
  time: 1000,
  "datetime-local": 1000,
  month: 1,
  week: 1,
};

/** A text as people read it: "26 November 2026, 09:30". */
export function temporalText(type: TemporalType, text: string): string {
  const value = type === "date" || type === "datetime-local" ? parseTemporal(type, text) : undefined;
  if (value === undefined) return text;
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(value);
  return type === "date" ? date : `${date}, ${text.slice(11)}`;
}
