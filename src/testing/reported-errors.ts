import { TandemError } from "../core/errors.ts";
import type { LogEntry } from "../core/log-entry.ts";

/** One error that the app, its session or its page reported. */
export interface ReportedError {
  readonly error: unknown;
  /** What failed, as far as is known: `"an event handler failed"`, `"the page"`. */
  readonly source: string;
  /** The id that the person at the screen was shown, if any. */
  readonly errorId: string | undefined;
}

/** `true`: any. A pattern: those whose message it matches. */
export type ExpectedErrors = boolean | RegExp;

/** Keeps what was reported, and fails a test on what it does not expect. */
export class ReportedErrors {
  readonly list: ReportedError[] = [];
  readonly #expected: ExpectedErrors;
  /** How many of the list a test has been told of. */
  #told = 0;

  constructor(expected: ExpectedErrors) {
    this.#expected = expected;
  }

  note(error: unknown, source: string): void {
    this.list.push({ error, source, errorId: undefined });
  }

  noteEntry({ level, event, message, errorId, error }: LogEntry): void {
    if (level !== "error") return;
    this.list.push({ error, source: message ?? event, errorId: typeof errorId === "string" ? errorId : undefined });
  }

  /** Throws the first error that is new and not expected. */
  check(): void {
    const fresh = this.list.slice(this.#told);
    this.#told = this.list.length;
    const unexpected = fresh.find(({ error }) => !this.#isExpected(error));
    if (unexpected === undefined) return;
    const { error, source } = unexpected;
    throw new TandemError(
      "testing/unexpected-error",
      `Expected no errors, but ${source}: ${messageOf(error)}\n` +
        "If the test is about this, mount with expectErrors: true, or a pattern, and look at app.errors.",
      { cause: error },
    );
  }

  #isExpected(error: unknown): boolean {
    return this.#expected instanceof RegExp ? this.#expected.test(messageOf(error)) : this.#expected;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
