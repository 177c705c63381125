import { CloseCode } from "../protocol/close-codes.ts";
import { Disposers } from "../reactive/disposers.ts";
import { settleClose, type CloseOptions, type SettledClose } from "./closing.ts";
import type { Painted } from "./core/clients.ts";
import { SessionInputs } from "./core/inputs.ts";
import { enterSession, findSession } from "./current.ts";
import { EndHooks } from "./end-hooks.ts";
import { Farewell } from "./farewell.ts";
import type { Session } from "./session.ts";

/**
 * What makes a session run, from its start to its end. An actor: what reaches it is handled in order of arrival, and
 * nothing of it is shared with another session but what the app itself shares. Below it in `core/` are, each on top of
 * the one before, what it is (`base`), its turns and screen, its clients, and what they say (`inputs`). What an app
 * does with a session is in `contract/`, section by section; `Session` is the whole.
 */
export abstract class SessionCore extends SessionInputs {
  protected endHooks: EndHooks | null = null;
  #closingHooks: Disposers | null = null;
  #closing: Promise<void> | null = null;
  #lastWord: string | undefined;

  /** Runs the app, and settles its first screen. Throws what the root component throws. */
  protected start(): void {
    try {
      this.run(() => {
        const { title } = this.app.options;
        if (title !== undefined && this.view.page.title === undefined) this.setPage({ title });
        this.view.mount(this.app.root);
      });
    } catch (error) {
      if (this.isStub) this.disposeStub();
      else void this.close();
      throw error;
    }
  }

  /** What a page shows that has no live session: the screen is read once, and all is disposed. */
  protected readOnce(): Painted | Promise<Painted> {
    this.start();
    return this.readScreen();
  }

  protected readScreen(): Painted {
    try {
      return this.firstPaint();
    } finally {
      this.disposeStub();
    }
  }

  // ------------------------------------------------------------------ the end

  /** What people are told who come when it ends or has ended; `""` where it has no text of its own. */
  get lastWord(): string | undefined {
    return this.#lastWord;
  }

  /** Calls `fn` when the session begins to end, before any `onEnded` callback. Returns what cancels that. */
  whenClosing(fn: () => void): () => void {
    const hooks = (this.#closingHooks ??= new Disposers());
    hooks.add(fn);
    return () => hooks.delete(fn);
  }

  /**
   * Ends the session. Softly, clients learn that it has ended; with `hard`, they show `message` and never reconnect.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * const Submit = () => (
   *   <button onClick={() => session.close({ hard: true, message: "Thanks for your submission." })}>Submit</button>
   * );
   * ```
   *
   * What was written before is shown. Then calls that wait for a client reject with `SessionEnded`, tasks are aborted,
   * `onEnded` callbacks run one after another, and all that the session owns is disposed; signals can still be read and
   * written. The first call decides, later ones change nothing. The promise resolves when all is released; in the
   * session's own code it does so at once while `onEnded` callbacks run, since they cannot wait for themselves.
   * Throws a `TandemError` for a code that cannot be sent. From Shiny's and Rio's `close`.
   */
  override close(options: CloseOptions = {}): Promise<void> {
    if (this.isStub) return Promise.resolve();
    if (this.isOver) return this.#isEndingItself ? Promise.resolve() : this.#closing!;
    const close = settleClose(options, this.app.options.hardDisconnectMessage);
    // What was written before is still shown.
    this.flush();
    return (this.#closing ??= this.#end(close));
  }

  /** Whether the caller may be what the end waits for. */
  get #isEndingItself(): boolean {
    if (this.#closing === null) return true; // still within the first call
    return this.endHooks?.isRunning === true && findSession() === (this as unknown);
  }

  async #end(close: SettledClose): Promise<void> {
    this.#lastWord = close.message;
    this.states.value = { kind: "closing", ...close };
    const rejected = this.endCalls();
    enterSession(this, () => this.#closingHooks?.disposeAll(this.fail));
    await rejected;
    this.endHooks ??= new EndHooks();
    await this.endHooks.run({ session: this as unknown as Session, fail: this.#failAtEnd });
    const farewell = Farewell.of(close, this.clients.finish(), this.limits);
    this.#release();
    if (close.hard) this.clearRegistries();
    this.clients.each((channel) => channel.notifyClose(close.code, close.message));
    this.clients.clear();
    this.states.value = { kind: "ended", code: close.code };
    this.environment.ended(this, farewell);
  }

  protected disposeStub(): void {
    this.states.value = { kind: "ended", code: CloseCode.SessionEnded };
    this.#release();
  }

  #release(): void {
    enterSession(this, () => {
      this.view.dispose();
      this.disposeOwned(this.fail);
    });
  }

  /** Forgets what clients could still ask for by name, after a hard close: message handlers, routes, downloads. */
  protected clearRegistries(): void {}

  readonly #failAtEnd = (error: unknown): void => void this.report(error, "an onEnded callback");
}
