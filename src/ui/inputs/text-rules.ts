import { noteQuietly } from "../base/note-quietly.ts";
import type { ValueRules } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { matchesInTime } from "./bounded-match.ts";

/** What text is allowed. */
export interface TextRules {
  /** In characters, as are all lengths. */
  minLength?: number;
  maxLength?: number;
  /**
   * The whole text must match, of at most 10,000 characters unless `maxLength` is told; `patternMessage` says in words
   * what is expected. A match that takes half a second is broken off, the text refused, and the app's `onError` told.
   */
  pattern?: RegExp;
  patternMessage?: string;
}

/** Texts that have a form of their own. */
export type TextType = "text" | "email" | "tel" | "url";

/** As HTML has it for `type="email"`. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Where the app says nothing of a length: many patterns take a time that grows with its square. */
const MOST_MATCHED = 10_000;

/** The rules of text. */
export function textRules(rules: TextRules, type: TextType = "text"): ValueRules<string> {
  const { minLength, pattern, patternMessage } = rules;
  const maxLength = rules.maxLength ?? (pattern === undefined ? undefined : MOST_MATCHED);
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
      if (whole !== undefined && !doesMatch(whole, value)) return patternMessage ?? MESSAGES.pattern;
      return undefined;
    },
  };
}

function doesMatch(whole: RegExp, text: string): boolean {
  try {
    return matchesInTime(whole, text);
  } catch (error) {
    noteQuietly(error, "the pattern of an input");
    return false;
  }
}
