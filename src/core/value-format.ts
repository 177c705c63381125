/** How fine the times of an axis are; whole days and coarser ones are the same everywhere on Earth. */
export type TimePrecision = "year" | "month" | "day" | "minute" | "second";

/** What numbers along an axis mean to people. */
export interface AxisFacts {
  readonly type: "category" | "time" | "value" | "log";
  /** Of a category axis, by position. */
  readonly categories?: readonly string[];
  /** Of a time axis. */
  readonly precision?: TimePrecision;
  /** What `Intl` takes for numbers, or for times. */
  readonly format?: Readonly<Record<string, string | number | boolean>>;
}

export interface FormatPlace {
  /** Languages, the best first; unknown ones are passed over. */
  readonly locales: readonly string[];
  /** The person's; the machine's own unless told. */
  readonly timeZone?: string | undefined;
  /** Whether room is short, as along an axis. */
  readonly isShort?: boolean;
}

const TIMES: Readonly<Record<TimePrecision, Intl.DateTimeFormatOptions>> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "short" },
  day: { dateStyle: "medium" },
  minute: { dateStyle: "medium", timeStyle: "short" },
  second: { dateStyle: "medium", timeStyle: "medium" },
};

/** Writes numbers of an axis for people. Formats are made once: they are dear. */
export function axisFormat(axis: AxisFacts, place: FormatPlace): (value: number) => string {
  const { categories } = axis;
  if (axis.type === "category") return (position) => categories?.[Math.round(position)] ?? "";
  return axis.type === "time" ? timeFormat(axis, place) : numberFormat(axis, place);
}

function numberFormat({ format }: AxisFacts, { locales, isShort = false }: FormatPlace): (value: number) => string {
  const brief = isShort && format?.["notation"] === undefined;
  const plain = new Intl.NumberFormat(known(locales), { maximumSignificantDigits: 6, ...format });
  const compact = brief ? new Intl.NumberFormat(known(locales), { ...format, notation: "compact" }) : plain;
  const whole = new Intl.NumberFormat(known(locales), { maximumFractionDigits: 2, ...format });
  return (value) => {
    const size = Math.abs(value);
    if (isShort && size >= 10_000) return compact.format(value);
    return size >= 1_000 ? whole.format(value) : plain.format(value);
  };
}

function timeFormat(axis: AxisFacts, { locales, timeZone }: FormatPlace): (value: number) => string {
  const { precision = "second", format } = axis;
  const zone = isDaily(axis) ? "UTC" : timeZone;
  const options = { ...(format ?? TIMES[precision]), ...(zone === undefined ? {} : { timeZone: zone }) };
  const times = new Intl.DateTimeFormat(known(locales), options);
  return (value) => (Number.isFinite(value) && Math.abs(value) <= 8.64e15 ? times.format(value) : "");
}

/** Whether an axis has times that are the same everywhere. */
export const isDaily = ({ precision }: AxisFacts): boolean =>
  precision === "year" || precision === "month" || precision === "day";

/** Those that `Intl` takes: what a browser says of its languages can be anything. */
function known(locales: readonly string[]): string[] {
  return locales.filter((locale) => {
    try {
      return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
    } catch {
      return false;
    }
  });
}
