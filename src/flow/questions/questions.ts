import { rejectUnknownOptions } from "../../core/options.ts";
import { untracked } from "../../reactive/graph.ts";
import { signal } from "../../reactive/signal.ts";
import { expectAbortSignal } from "../../session/arguments.ts";
import { SessionEnded, unlessEnded } from "../../session/call-errors.ts";
import type { Session } from "../../session/session.ts";
import { Question, type MakeQuestion, type OpenQuestion, type PanelPlace, type QuestionOptions } from "./question.ts";

/** What a session asks now: several may be open at once, and the newest is in front. */
export class Questions {
  readonly open = signal<readonly OpenQuestion[]>([]);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    session.whenClosing(() => this.#endAll());
  }

  /** Asks, and resolves with what the question is answered with. */
  ask<T>(make: MakeQuestion<T>, { panel, signal: abort }: QuestionOptions): Promise<T> {
    return unlessEnded(untracked(() => this.#begin(make, panel, abort)));
  }

  #begin<T>(make: MakeQuestion<T>, place: PanelPlace | undefined, abort: AbortSignal | undefined): Promise<T> {
    if (abort?.aborted) return Promise.reject(abort.reason as Error);
    const withdraw = () => question.fail(abort?.reason);
    const leave = (gone: Question<T>) => {
      abort?.removeEventListener("abort", withdraw);
      this.open.update((all) => all.filter((other) => other !== gone));
    };
    const question = new Question<T>(this.#session, { place, make, leave });
    abort?.addEventListener("abort", withdraw);
    this.open.update((all) => [...all, question]);
    return question.answered;
  }

  /** Those in one place, the newest last; live. */
  in(place: PanelPlace): readonly OpenQuestion[] {
    const usual: PanelPlace = this.#session.env.value.inputPanelFixed ? "docked" : "inline";
    return this.open.value.filter((question) => (question.place ?? usual) === place);
  }

  #endAll(): void {
    for (const question of this.open.peek()) question.fail(new SessionEnded("a question was open"));
  }
}

const QUESTION_OPTIONS = ["panel", "signal"] as const satisfies readonly (keyof QuestionOptions)[];

/** Throws for options that are none; `more` are those of what is asked. */
export function checkQuestionOptions(where: string, options: QuestionOptions, more: readonly string[]): void {
  rejectUnknownOptions(where, options, [...QUESTION_OPTIONS, ...more]);
  expectAbortSignal(where, options.signal);
}
