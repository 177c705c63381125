import { randomId } from "../../core/ids.ts";
import type { Session } from "../../session/session.ts";
import type { Child } from "../../view/node.ts";

/** Where a question stands: at the bottom of the window, or after what is shown. */
export type PanelPlace = "docked" | "inline";

/** How a question is asked, whatever it asks. */
export interface QuestionOptions {
  /** Where it stands; as the session's `inputPanelFixed` says unless told. */
  panel?: PanelPlace;
  /** Aborting it takes the question away; who waits for the answer gets the signal's reason. */
  signal?: AbortSignal;
}

/** A question as the panel has it, whatever its answer is. */
export interface OpenQuestion {
  readonly id: string;
  readonly place: PanelPlace | undefined;
  render(): Child;
  /** There will be no answer. */
  fail(reason: unknown): void;
}

/** Prepares what a question shows, once; it may be shown in one place after another. */
export type MakeQuestion<T> = (question: Question<T>) => () => Child;

/**
 * One question, with an id of its own: it can be answered once, and by nobody who means another one. An answer that
 * comes twice, or late, finds no question.
 */
export class Question<T> implements OpenQuestion {
  readonly id = randomId(8);
  readonly place: PanelPlace | undefined;
  readonly answered: Promise<T>;
  readonly #session: Session;
  readonly #render: () => Child;
  readonly #leave: (question: Question<T>) => void;
  #settle: { resolve(answer: T): void; reject(reason: unknown): void } | null = null;

  constructor(
    session: Session,
    parts: { place: PanelPlace | undefined; make: MakeQuestion<T>; leave(question: Question<T>): void },
  ) {
    this.#session = session;
    this.place = parts.place;
    this.#leave = parts.leave;
    this.answered = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.#render = parts.make(this);
  }

  /** Whether nobody has answered yet. */
  get isOpen(): boolean {
    return this.#settle !== null;
  }

  render(): Child {
    return this.#render();
  }

  answer(answer: T): void {
    const settle = this.#settle;
    if (settle === null) return;
    this.#settle = null;
    settle.resolve(answer);
    void this.#leaveSoon();
  }

  fail(reason: unknown): void {
    const settle = this.#settle;
    if (settle === null) return;
    this.#settle = null;
    settle.reject(reason);
    this.#session.run(() => this.#leave(this));
  }

  /** What asks next at once takes its place, in one frame: the panel would flicker, were it empty in between. */
  async #leaveSoon(): Promise<void> {
    for (let turn = 0; turn < TURNS_TO_GO_ON; turn++) await Promise.resolve();
    this.#session.run(() => this.#leave(this));
  }
}

/** Awaits between an answer and the next question: as many as a few functions one within the other take. */
const TURNS_TO_GO_ON = 24;
