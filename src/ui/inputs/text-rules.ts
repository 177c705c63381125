import type { ValueRules } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";

/** What text is allowed. */
export interface TextRules {
  /** In characters, as are all lengths. */
  minLength?: number;
  maxLength?: number;
  /** The whole text must match; `patternMessage` says in words what is expected. */
  pattern?: RegExp;
  patternMessage?: string;
}

/** The rules of text in one line. */
export function textRules({ minLength, maxLength, pattern, patternMessage }: TextRules): ValueRules<string> {
  const whole =
    pattern === undefined ? undefined : new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ""));
  return {
    kind: "text",
    initial: "",
    isEmpty: (value) => value === "",
    check(value) {
      if (maxLength !== undefined && value.length > maxLength) return MESSAGES.tooLong(maxLength);
      if (minLength !== undefined && value.length < minLength) return MESSAGES.tooShort(minLength);
      if (whole !== undefined && !whole.test(value)) return patternMessage ?? MESSAGES.pattern;
      return undefined;
    },
  };
}
