import { TandemError } from "../core/errors.ts";

/** The longest wait a JavaScript timer can hold: 24.8 days. */
const LONGEST = 2 ** 31 - 1;

export function requirePeriod(ms: number, caller: string): void {
  if (Number.isFinite(ms) && ms >= 1 && ms <= LONGEST) return;
  throw new TandemError(
    "reactive/bad-period",
    `Expected ${caller}() to get milliseconds between 1 and ${LONGEST}, but got ${String(ms)}. Give a positive number.`,
  );
}
