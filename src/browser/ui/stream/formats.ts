import type { StreamSpec } from "../../../core/stream-spec.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** From here on values on an axis are shortened: 1.2M. */
const LARGE = 1e6;

/** How values and places of a chart are written, in the page's language. */
export interface Formats {
  /** A value with its unit. */
  value(value: number): string;
  /** Values beside an axis, without their unit. */
  valueTicks(values: readonly number[]): string[];
  /** Where a row is on the x axis, as exactly as tells it from the next. */
  place(x: Float64Array, row: number): string;
  /** Places below the axis, `step` apart. */
  placeTicks(places: readonly number[], step: number): string[];
}

export function formatsFor({ x, y }: Pick<StreamSpec, "x" | "y">, language: string): Formats {
  const unit = y.unit === undefined ? "" : `\u202f${y.unit}`;
  const exact = numberFormat(language, y.digits === undefined ? { maximumSignificantDigits: 6 } : fixed(y.digits));
  const compact = numberFormat(language, { notation: "compact", maximumSignificantDigits: 4 });
  const isTime = x.kind === "time";
  return {
    value: (value) => (Number.isNaN(value) ? "–" : `${(isLarge(value) ? compact : exact).format(value)}${unit}`),
    valueTicks(values) {
      const format = values.some(isLarge) ? compact : numberFormat(language, fixed(digitsOf(stepOf(values))));
      return values.map((value) => format.format(value));
    },
    place(places, row) {
      const place = places[row] ?? Number.NaN;
      if (Number.isNaN(place)) return "–";
      if (!isTime) return numberFormat(language, { maximumFractionDigits: 6 }).format(place);
      return timeFormat(language, x.timeZone, placeOptions(stepAt(places, row))).format(place);
    },
    placeTicks(places, step) {
      if (!isTime) return places.map((place) => numberFormat(language, fixed(digitsOf(step))).format(place));
      const format = timeFormat(language, x.timeZone, tickOptions(step));
      return places.map((place) => format.format(place));
    },
  };
}

/** How far a row is from the one before it. */
const stepAt = (places: Float64Array, row: number): number =>
  places.length < 2 ? 1 : places[Math.max(1, row)]! - places[Math.max(1, row) - 1]!;

function placeOptions(step: number): Intl.DateTimeFormatOptions {
  // A change of clocks makes a day of an hour less.
  if (step >= 22 * 60 * MINUTE) return { dateStyle: "medium" };
  return { dateStyle: "medium", timeStyle: step >= MINUTE ? "short" : "medium" };
}

function tickOptions(step: number): Intl.DateTimeFormatOptions {
  if (step >= 360 * DAY) return { year: "numeric" };
  if (step >= 28 * DAY) return { year: "numeric", month: "short" };
  if (step >= DAY) return { month: "short", day: "numeric" };
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (step >= MINUTE) return clock;
  if (step >= SECOND) return { ...clock, second: "2-digit" };
  return { minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 };
}

const isLarge = (value: number): boolean => Math.abs(value) >= LARGE;
const stepOf = (values: readonly number[]): number => (values.length < 2 ? 1 : Math.abs(values[1]! - values[0]!));
/** As many as it takes to write multiples of a step. */
function digitsOf(step: number): number {
  let digits = 0;
  while (digits < 10 && Math.abs(Math.round(step * 10 ** digits) / 10 ** digits - step) > step * 1e-6) digits++;
  return digits;
}
const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Making a format takes long, and one is wanted with each frame. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
  const format = (made.get(key) as Format | undefined) ?? make();
  made.set(key, format);
  return format;
}

const numberFormat = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(`${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(language || undefined, options));

const timeFormat = (language: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions) =>
  kept(
    `${language} ${timeZone} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(language || undefined, timeZone === undefined ? options : { ...options, timeZone }),
  );
