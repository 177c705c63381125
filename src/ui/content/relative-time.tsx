import { invalidateLater } from "../../reactive/invalidate-later.ts";
import { currentSession } from "../../session/current.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";

export interface RelativeTimeProps {
  /** A date, or milliseconds since 1970. */
  time: Live<Date | number>;
  /** Such as `"de"`; English unless told. */
  language?: string;
  class?: ClassValue;
}

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
/** From each age on, the unit it is told in, and how often that may change. */
const UNITS: readonly [from: number, unit: Intl.RelativeTimeFormatUnit, length: number][] = [
  [365 * DAY, "year", 365 * DAY],
  [30 * DAY, "month", 30 * DAY],
  [7 * DAY, "week", 7 * DAY],
  [DAY, "day", DAY],
  [HOUR, "hour", HOUR],
  [MINUTE, "minute", MINUTE],
  [10 * SECOND, "second", 10 * SECOND],
];

/**
 * How long ago something was, or how soon it will be; it goes on by itself, and says the whole time where a pointer rests.
 *
 * @example
 * ```tsx
 * import { RelativeTime } from "tandem/ui";
 *
 * const started = new Date();
 * export const Uptime = () => <p>Started <RelativeTime time={started} />.</p>;
 * ```
 *
 * It follows the session's clock, and costs one small update when the words change.
 */
export function RelativeTime({ time, language = "en", class: className }: RelativeTimeProps): Child {
  const session = currentSession();
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const read = () => Number(readLive(time));
  const whole = () => wholeTime(read(), language, session.info.timezone);
  return (
    <time class={className} datetime={() => new Date(read()).toISOString()} title={whole}>
      {() => {
        const age = session.clock.now() - read();
        const { text, changesIn } = relativeText(age, format);
        invalidateLater(changesIn);
        return text;
      }}
    </time>
  );
}

function relativeText(age: number, format: Intl.RelativeTimeFormat): { text: string; changesIn: number } {
  const distance = Math.abs(age);
  const found = UNITS.find(([from]) => distance >= from);
  if (found === undefined) return { text: format.format(0, "second"), changesIn: 10 * SECOND };
  const [, unit, length] = found;
  const count = unit === "second" ? Math.floor(distance / length) * 10 : Math.floor(distance / length);
  const changesIn = age >= 0 ? length - (distance % length) : Math.max(SECOND, distance % length);
  // Timers of more than some days are not exact, and nobody looks that long.
  return {
    text: format.format(age >= 0 ? -count : count, unit),
    changesIn: Math.min(Math.max(SECOND, changesIn), DAY),
  };
}

function wholeTime(time: number, language: string, timeZone: string | undefined): string {
  return new Date(time).toLocaleString(language, { dateStyle: "long", timeStyle: "medium", timeZone });
}
