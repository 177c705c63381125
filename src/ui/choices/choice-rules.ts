import type { ValueRules } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { isAlike } from "../base/plain-values.ts";
import { isNothing, type OptionSet } from "./options.ts";

/** How many may be chosen. */
export interface ManyRules {
  /** Least number of choices, unless there is none at all: that is for `required`. */
  min?: number;
  /** Most choices. */
  max?: number;
}

/** One of the options, or nothing. */
export const oneOf = <T>(options: OptionSet<T>): ValueRules<T | null> => ({
  kind: "text",
  initial: null,
  isEmpty: (value) => isNothing(value) && !options.has(value as T),
  check: (value) => (options.has(value as T) ? undefined : MESSAGES.notOffered),
  requiredMessage: MESSAGES.choose,
});

/** Some of the options. */
export const someOf = <T>(options: OptionSet<T>, rules: ManyRules): ValueRules<T[]> => ({
  kind: "list",
  initial: [],
  isSame: isAlike,
  isEmpty: (values) => values.length === 0,
  check: (values) =>
    values.every((value) => options.has(value)) ? wrongCount(values.length, rules) : MESSAGES.notOffered,
  requiredMessage: MESSAGES.choose,
});

export function wrongCount(count: number, { min, max }: ManyRules): string | undefined {
  if (max !== undefined && count > max) return MESSAGES.tooMany(max);
  return min !== undefined && count < min ? MESSAGES.tooFew(min) : undefined;
}
