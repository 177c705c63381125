import { readLive } from "../../view/live.ts";
import type { Live } from "../../view/node.ts";
import { MESSAGES } from "../base/messages.ts";

/** What numbers are allowed. */
export interface NumberRules {
  min?: Live<number>;
  max?: Live<number>;
  /** Values go in steps of this, from `min` or else from 0. */
  step?: number;
}

/** As HTML writes numbers; no blanks, no "0x10", no "Infinity". */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number that a control's text stands for; nothing for any other text. */
export function parseNumber(text: string): number | undefined {
  const number = NUMBER.test(text) ? Number(text) : NaN;
  // Adding 0 makes one zero of both.
  return Number.isFinite(number) ? number + 0 : undefined;
}

/** Why a number is not allowed; nothing if it is. */
export function numberProblem(value: number, { min, max, step }: NumberRules): string | undefined {
  const [least, most] = [readLive(min), readLive(max)];
  if (!Number.isFinite(value)) return MESSAGES.number;
  if (least !== undefined && value < least) return MESSAGES.least(least);
  if (most !== undefined && value > most) return MESSAGES.most(most);
  return step === undefined || isInStep(value, step, least ?? 0) ? undefined : MESSAGES.step(step, least ?? 0);
}

/** As near as numbers can say it: 0.3 is three steps of 0.1. Whole steps they can say, and 5e-324 is no whole number. */
function isInStep(value: number, step: number, base: number): boolean {
  if (Number.isInteger(step) && Number.isInteger(base) && !Number.isInteger(value)) return false;
  const steps = (value - base) / step;
  return Math.abs(steps - Math.round(steps)) <= Math.max(1e-9, Math.abs(steps) * 1e-12);
}
