import { expectText } from "../session/arguments.ts";
import type { Child } from "../view/node.ts";
import type { QuestionOptions } from "./questions/question.ts";
import { checkQuestionOptions } from "./questions/questions.ts";

/** How a question is asked, besides what its field takes. */
export interface AskOptions<Cancelable extends boolean = boolean> extends QuestionOptions {
  /** Whether people may refuse an answer, which is then `null`; `false` unless told. */
  cancelable?: Cancelable;
  /** What is said between title and fields. */
  text?: Child;
  /** What the button says; `"Continue"` unless told. */
  submitText?: string;
  /** `"Cancel"` unless told. */
  cancelText?: string;
}

const ASK_OPTIONS = ["cancelable", "text", "submitText", "cancelText"] as const satisfies readonly (keyof AskOptions)[];
const ALL = [...ASK_OPTIONS, "panel", "signal"] as const;

/** The options of a question, and those of its field. */
export function splitOptions(options: AskOptions): { asked: AskOptions; rest: object } {
  const entries = Object.entries(options);
  const isAsked = ([name]: [string, unknown]) => (ALL as readonly string[]).includes(name);
  return {
    asked: Object.fromEntries(entries.filter(isAsked)),
    rest: Object.fromEntries(entries.filter((entry) => !isAsked(entry))),
  };
}

/** Throws for options that a question has not; `more` are those of what is asked. */
export function checkAskOptions(where: string, options: AskOptions, more: readonly string[] = []): void {
  checkQuestionOptions(where, options, [...ASK_OPTIONS, ...more]);
  for (const name of ["submitText", "cancelText"] as const) {
    if (options[name] !== undefined) expectText("ask", `${name} of ${where}`, options[name]);
  }
}
