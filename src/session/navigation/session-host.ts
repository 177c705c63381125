import type { Clock } from "../../core/clock.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import type { FlushQueue } from "../../reactive/flush-queue.ts";
import type { RequestFacts } from "../environment.ts";
import type { SessionDialogs } from "../contract/dialogs.ts";
import type { LeaveQuestion } from "./leave-checks.ts";
import type { NavigatorHost } from "./navigator.ts";

/** A session, as its navigator sees it. */
export class SessionHost implements NavigatorHost {
  readonly #session: SessionDialogs;

  constructor(session: SessionDialogs) {
    this.#session = session;
  }

  get request(): RequestFacts {
    return this.#session.request;
  }

  get clock(): Clock {
    return this.#session.clock;
  }

  get queue(): FlushQueue {
    return this.#session.queue;
  }

  own(dispose: () => void): void {
    this.#session.own(dispose);
  }

  disown(dispose: () => void): void {
    this.#session.disown(dispose);
  }

  clientCount(): number {
    return this.#session.clientCount;
  }

  tell(message: DownMessage): void {
    this.#session.tell(message);
  }

  tellClient(clientId: number, message: DownMessage): void {
    this.#session.tellClient(clientId, message);
  }

  flush(): void {
    this.#session.flush();
  }

  whenClosing(fn: () => void): () => void {
    return this.#session.whenClosing(fn);
  }

  reportError(error: unknown): void {
    this.#session.reportError(error, undefined, "a navigation");
  }

  showTitle(title = this.#session.app.options.title): void {
    if (title !== undefined) this.#session.setTitle(title);
  }

  holdPages(hold: boolean): void {
    this.#session.tell(["do", "hold", [hold]]);
  }

  async askToLeave({ text, title, leaveText, stayText }: LeaveQuestion, signal: AbortSignal): Promise<boolean> {
    const options = { title, yesText: leaveText, noText: stayText, default: false, signal } as const;
    return (await this.#session.showYesNoDialog(text, options)) === true;
  }
}
