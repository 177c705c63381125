import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";
import { rejectUnknownOptions } from "../../core/options.ts";
import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { runWithOwner, type Owner } from "../../reactive/owner.ts";
import { Readable } from "../../reactive/readable.ts";
import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import { settled, type Steps } from "./steps.ts";

/** Whether there is something to lose: text that is always asked, or what says whether to ask, or the text itself. */
export type LeaveCheck = string | ReadonlySignal<boolean | string> | (() => boolean | string | undefined);

/** The words of the question whether to leave. */
export interface LeaveOptions {
  title?: string;
  /** The question, unless the check gives one. */
  text?: string;
  /** The button that leaves. */
  leaveText?: string;
  /** The button that stays. */
  stayText?: string;
}

export type LeaveQuestion = Required<LeaveOptions>;

export interface LeaveHost extends Owner {
  /** Puts the question to the person; aborting `signal` takes it back. */
  askToLeave(question: LeaveQuestion, signal: AbortSignal): Promise<boolean>;
  /** Whether pages ask before they are closed or left for another site. */
  holdPages(hold: boolean): void;
}

interface Entry {
  readonly check: LeaveCheck;
  readonly options: LeaveOptions;
}

const WORDS: LeaveQuestion = {
  title: "Leave this page?",
  text: "What you have not saved will be lost.",
  leaveText: "Leave",
  stayText: "Stay",
};

/** Throws for what can tell nobody whether to ask, and for words that are none. */
export function checkLeave(check: unknown, options: LeaveOptions): void {
  rejectUnknownOptions("confirmLeave()", options, Object.keys(WORDS));
  if (typeof check === "string" || typeof check === "function" || check instanceof Readable) return;
  throw new TandemError(
    "pages/bad-leave-check",
    `Expected confirmLeave() to get a text, a signal or a function that says whether to ask, but got ${kindOf(check)}. Give () => ….`,
  );
}

/** What must be asked before a session leaves its page. */
export class LeaveChecks {
  readonly #host: LeaveHost;
  readonly #entries = signal<readonly Entry[]>([]);

  constructor(host: LeaveHost) {
    this.#host = host;
    let held = false;
    // Pages close without asking the server, so they are told beforehand.
    runWithOwner(host, () =>
      effect(
        () => {
          const holds = this.#entries.value.some((entry) => isHeld(entry));
          if (holds !== held) host.holdPages((held = holds));
        },
        { name: "confirmLeave" },
      ),
    );
  }

  /** Whether leaving would be asked about now. */
  get holds(): boolean {
    return untracked(() => this.#entries.peek().some((entry) => isHeld(entry)));
  }

  add(check: LeaveCheck, options: LeaveOptions): () => void {
    const entry: Entry = { check, options };
    this.#entries.update((entries) => [...entries, entry]);
    return () => void this.#entries.update((entries) => entries.filter((other) => other !== entry));
  }

  /** Asks about each that holds; every one must be let go. */
  *ask(signal: AbortSignal): Steps<boolean> {
    for (const entry of this.#entries.peek()) {
      const answer = untracked(() => read(entry.check));
      if (answer === false || answer === undefined || answer === "") continue;
      const text = typeof answer === "string" ? { text: answer } : {};
      const question = { ...WORDS, ...entry.options, ...text };
      if (!(yield* settled(this.#host.askToLeave(question, signal)))) return false;
    }
    return true;
  }
}

const isHeld = ({ check }: Entry): boolean => Boolean(read(check));

function read(check: LeaveCheck): boolean | string | undefined {
  if (typeof check === "string") return check;
  return typeof check === "function" ? check() : check.value;
}
