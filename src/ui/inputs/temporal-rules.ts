import { readLive } from "../../view/live.ts";
import type { Live } from "../../view/node.ts";
import type { ValueRules } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { parseTemporal, STEP_UNITS, temporalText, type TemporalType } from "./temporal.ts";

/** What dates or times are allowed. All are text as HTML writes it, as the values are. */
export interface TemporalRules {
  /** The first that is allowed, itself included. */
  min?: Live<string | undefined>;
  /** The last that is allowed, itself included. */
  max?: Live<string | undefined>;
  /** Days of a date, seconds of a time, months or weeks: values go in steps of it, from `min`. */
  step?: number;
}

/** What is said of half a date or time. */
export const halfMessage = (type: TemporalType): string => (type === "time" ? MESSAGES.time : MESSAGES.date);

export const temporalRules = (type: TemporalType, rules: TemporalRules): ValueRules<string> => ({
  kind: "text",
  initial: "",
  isEmpty: (value) => value === "",
  check: (value) => temporalProblem(type, value, rules),
});

/** Why a date or time is not allowed; nothing if it is. */
export function temporalProblem(type: TemporalType, text: string, rules: TemporalRules): string | undefined {
  const value = parseTemporal(type, text);
  if (value === undefined) return halfMessage(type);
  const [min, max] = [readLive(rules.min), readLive(rules.max)];
  const [least, most] = [min, max].map((limit) => (limit ? parseTemporal(type, limit) : undefined));
  const isEarly = least !== undefined && value < least;
  const isLate = most !== undefined && value > most;
  // From ten at night to six in the morning: a time is in it that is on either side of midnight.
  const isOverMidnight = type === "time" && least !== undefined && most !== undefined && least > most;
  if (isOverMidnight ? isEarly && isLate : isEarly) return MESSAGES.earliest(temporalText(type, min!));
  if (isLate && !isOverMidnight) return MESSAGES.latest(temporalText(type, max!));
  const step = (rules.step ?? 0) * STEP_UNITS[type];
  return step > 0 && (value - (least ?? 0)) % step !== 0 ? MESSAGES.notOffered : undefined;
}
