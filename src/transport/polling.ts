import type { Timer } from "../core/clock.ts";
import { byteLength } from "../protocol/byte-length.ts";
import { lineText } from "./event-text.ts";
import { HttpConnection, type HttpConnectionOptions, type Outlet } from "./http-connection.ts";

/** Milliseconds within which a client must ask again; then the line is lost. */
export const ASK_WITHIN = 10_000;

export interface PollingOptions extends HttpConnectionOptions {
  /** How long a question waits for something to answer, in milliseconds. */
  readonly interval: number;
}

/**
 * The server's end of a line whose client asks again and again for what there is. A question is answered as soon
 * as something waits, or else with nothing after an interval: so each answer is whole, and no proxy holds it back.
 */
export class PollingConnection extends HttpConnection {
  readonly kind = "polling";
  #interval: number;
  /** What waits to be asked for, its bytes, and whether it is the last there is. */
  #waiting: string;
  #bytes = 0;
  #isLast = false;
  #question: Outlet | undefined;
  /** Answers under way: a client that asks without reading must not fill the memory. */
  readonly #leaving = new Set<Outlet>();
  #timer: Timer;

  constructor(id: string, options: PollingOptions) {
    super(options);
    this.#interval = options.interval;
    this.#waiting = lineText(id);
    this.#expectQuestion();
  }

  get bufferedBytes(): number {
    let bytes = this.#bytes;
    for (const answer of this.#leaving) bytes += answer.bufferedBytes;
    return bytes;
  }

  /** From the next question on. */
  pace(interval: number): void {
    this.#interval = interval;
  }

  /** The client asks. A newer question releases an older one. */
  ask(question: Outlet): void {
    this.#question?.end("");
    this.#question = question;
    question.onClose((whole) => this.#onQuestionClosed(question, whole));
    this.clock.clearTimeout(this.#timer);
    this.#timer = this.clock.setTimeout(() => this.#answer(), this.#interval);
    this.#answerSoon();
  }

  protected write(text: string): void {
    this.#waiting += text;
    this.#bytes += byteLength(text);
    this.#answerSoon();
  }

  protected finish(text: string): void {
    this.#isLast = true;
    this.write(text);
  }

  protected breakOff(): void {
    this.#question?.destroy();
    this.#question = undefined;
  }

  protected release(): void {
    this.clock.clearTimeout(this.#timer);
    if (this.#waiting !== "" || this.#question !== undefined) this.#answer();
  }

  /** What is sent in one go leaves together. */
  #answerSoon(): void {
    queueMicrotask(() => {
      if (this.#waiting !== "") this.#answer();
    });
  }

  #answer(): void {
    const question = this.#question;
    if (question === undefined) return;
    const text = this.#waiting;
    this.#waiting = "";
    this.#bytes = 0;
    this.#leaving.add(question);
    this.clock.clearTimeout(this.#timer);
    // The end of the last answer is the end of the line.
    if (!this.#isLast) this.#forget();
    question.end(text);
  }

  #onQuestionClosed(question: Outlet, whole: boolean): void {
    this.#leaving.delete(question);
    if (question !== this.#question) return;
    if (this.#isLast && this.#waiting === "") this.lost(whole);
    else this.#forget();
  }

  #forget(): void {
    this.#question = undefined;
    this.#expectQuestion();
  }

  #expectQuestion(): void {
    this.clock.clearTimeout(this.#timer);
    this.#timer = this.clock.setTimeout(() => this.terminate(), ASK_WITHIN);
  }
}
