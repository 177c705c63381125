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

/** Texts that have a form of their own. */
export type TextType = "text" | "email" | "tel" | "url";

/** As HTML has it for `type="email"`. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** The rules of text. */
export function textRules(rules: TextRules, type: TextType = "text"): ValueRules<string> {
  const { minLength, maxLength, pattern, patternMessage } = rules;
  const whole =
    pattern === undefined ? undefined : new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ""));
  return {
    kind: "text",
    initial: "",
    isEmpty: (value) => value === "",
    check(value) {
      if (maxLength !== undefined && value.length > maxLength) return MESSAGES.tooLong(maxLength);
      if (minLength !== undefined && value.length < minLength) return MESSAGES.tooShort(minLength);
      if (type === "email" && !EMAIL.test(value)) return MESSAGES.email;
      if (type === "url" && !URL.canParse(value)) return MESSAGES.url;
      if (whole !== undefined && !whole.test(value)) return patternMessage ?? MESSAGES.pattern;
      return undefined;
    },
  };
}
