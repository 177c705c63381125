import type { Bar } from "./market.ts";

/**
 * A bar as it stood when this part of its time (0 to 1) had passed. Only its four prices are known, so it goes the
 * straight way between them: first against its direction, then with it.
 */
export function growingBar(bar: Bar, part: number): Bar {
  const rises = bar.close >= bar.open;
  const path = rises
    ? [bar.open, bar.low, bar.high, bar.close]
    : [bar.open, bar.high, bar.low, bar.close];
  const at = Math.min(1, Math.max(0, part)) * (path.length - 1);
  const passed = path.slice(0, Math.floor(at) + 1);
  const from = passed.at(-1)!;
  const to = path[passed.length] ?? from;
  const close = from + (to - from) * (at - Math.floor(at));
  const seen = [...passed, close];
  return {
    ...bar,
    close,
    high: Math.max(...seen),
    low: Math.min(...seen),
    volume: bar.volume * Math.min(1, part),
  };
}
