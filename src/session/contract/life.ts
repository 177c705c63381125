import { rejectUnknownOptions } from "../../core/options.ts";
import { expectFunction, expectText } from "../arguments.ts";
import { DEFAULT_IDLE_TEXT } from "../closing.ts";
import { EndHooks } from "../end-hooks.ts";
import { Hooks } from "../hooks.ts";
import { Keepers } from "../keepers.ts";
import { SessionCore } from "../session-core.ts";
import { closedTask, RunningTask, type Task, type TaskOptions } from "../task.ts";

const nothing = (): void => {};

/** Tells pages that all was said: they leave it on the screen, instead of covering it; see `browser/closing.ts`. */
const OVER_ATTRIBUTE = "data-over";

/** How often a flush callback is called. */
interface FlushOptions {
  /** Only at the next flush; `true` unless told. */
  once?: boolean;
}

/** The session's life: what runs around its flushes, beside its turns, when its clients come and go, and at its end. */
export abstract class SessionLife extends SessionCore {
  #lost: Hooks | null = null;
  #returned: Hooks | null = null;
  #keepers: Keepers | null = null;
  #held: Promise<void> | null = null;
  /** That is over, and what is still to be done before the end; `null` while it goes on, or where there is none. */
  #conversation: { readonly whenDone: (() => void) | null } | null = null;

  // ------------------------------------------------------------------ around its flushes

  /**
   * Calls `fn` when all has settled and before the frame leaves; what it writes leaves in the same frame. Once, unless
   * told otherwise, and only for flushes of this session. An async one is not waited for: what it writes later makes a
   * frame of its own. Returns what cancels it. From Shiny's `on_flush`.
   */
  onFlush(fn: () => unknown, options: FlushOptions = {}): () => void {
    const once = isOnce("onFlush", fn, options);
    return this.isStub ? nothing : (this.flushHooks ??= new Hooks()).add(fn, { once });
  }

  /** Calls `fn` after the frame has left; what it writes makes the next. Else as `onFlush`. From Shiny's `on_flushed`. */
  onFlushed(fn: () => unknown, options: FlushOptions = {}): () => void {
    const once = isOnce("onFlushed", fn, options);
    return this.isStub ? nothing : (this.flushedHooks ??= new Hooks()).add(fn, { once });
  }

  // ------------------------------------------------------------------ when its clients come and go

  /**
   * Calls `fn` each time the last attached client is away: its line is lost, its machine asleep. Not at the end. What
   * `fn` writes is shown when the client is back. Returns what cancels it. From Bokeh's session life cycle.
   */
  onDisconnected(fn: () => unknown): () => void {
    expectFunction("onDisconnected", fn);
    return this.isStub ? nothing : (this.#lost ??= new Hooks()).add(fn);
  }

  /** Calls `fn` each time there is a client again after that. Returns what cancels it. From Bokeh's session life cycle. */
  onReconnected(fn: () => unknown): () => void {
    expectFunction("onReconnected", fn);
    return this.isStub ? nothing : (this.#returned ??= new Hooks()).add(fn);
  }

  protected override clientsLost(): void {
    this.#callAll(this.#lost);
  }

  protected override clientsReturned(): void {
    this.#callAll(this.#returned);
  }

  #callAll(hooks: Hooks | null): void {
    if (hooks !== null) this.run(() => hooks.run(this.fail));
  }

  // ------------------------------------------------------------------ beside its turns

  /**
   * Starts work that goes on beside the session's turns, and is aborted when the session ends.
   *
   * @example
   * ```ts
   * import { session, signal } from "tandem";
   *
   * export function watchRates(url: string) {
   *   const rates = signal("");
   *   const task = session.createTask(async (signal) => {
   *     while (!signal.aborted) rates.value = await (await fetch(url, { signal })).text();
   *   }, { name: "rates" });
   *   return { rates, stop: () => task.cancel() };
   * }
   * ```
   *
   * `fn` runs in the session, from the end of the present turn on, and its writes are shown as any. Its errors are
   * reported as a handler's are, but for the abort of its own signal; `done` never rejects. While it runs, the session
   * is not over just because its conversation is. In a session that has ended, and in a stub, it does not run. From
   * Rio's `create_task` and PyWebIO's `run_async`.
   */
  createTask<T>(fn: (signal: AbortSignal) => T | PromiseLike<T>, options: TaskOptions = {}): Task<T> {
    expectFunction("createTask", fn);
    rejectUnknownOptions("createTask()", options, ["name"]);
    const { name = fn.name || "unnamed" } = options;
    expectText("createTask", "the name of a task", name);
    if (this.isOver || this.isStub) return closedTask(name);
    const task = new RunningTask(this, fn, name);
    const forget = this.whenClosing(() => task.cancel("The session has ended."));
    const release = this.#keep();
    void task.done.then(() => (forget(), release()));
    return task;
  }

  /**
   * Keeps the session when its conversation is over, until its last client leaves; resolves when the session ends, and
   * never rejects. What is on the screen and can act keeps it by itself, and so does a task that runs; a session
   * without a conversation is kept by its clients alone. From PyWebIO's `hold`.
   */
  hold(): Promise<void> {
    if (this.isStub) return new Promise(nothing);
    if (this.isOver) return Promise.resolve();
    return (this.#held ??= new Promise((resolve) => {
      this.#keep();
      this.whenClosing(resolve);
    }));
  }

  #keep(): () => void {
    return (this.#keepers ??= new Keepers(() => this.#endIfDone())).keep();
  }

  /**
   * Makes `conversation` what the session is about: when it is over, and nothing keeps the session, it ends softly, and
   * pages keep showing what was said. `whenDone` is called just before that. For conversations (`flow/`); a session of
   * components has none.
   */
  endAfter(conversation: Promise<unknown>, whenDone: () => void = nothing): void {
    if (this.isStub) return;
    const over = () => {
      this.#conversation = { whenDone };
      this.onFlushed(() => this.#endIfDone(), { once: false });
      this.#endIfDone();
    };
    conversation.then(over, over);
  }

  /** The last word leaves with a frame of its own, after which this is called again. */
  #endIfDone(): void {
    if (this.#conversation === null || this.isOver) return;
    if (this.canBeActedOn || this.#keepers?.isEmpty === false) return;
    const { whenDone } = this.#conversation;
    if (whenDone === null) return void this.close();
    this.#conversation = { whenDone: null };
    this.run(() => {
      this.setRootAttribute(OVER_ATTRIBUTE, "");
      whenDone();
    });
  }

  // ------------------------------------------------------------------ at its end

  /** For the server: the clock time at which it closes unless somebody does something; see the app's `idleTimeout`. */
  get idleBy(): number {
    return this.isOver ? Infinity : this.actedAt + (this.app.options.idleTimeout ?? Infinity);
  }

  /** For the server: closes for good, as nobody uses it. */
  closeIdle(): Promise<void> {
    return this.close({ hard: true, message: this.app.options.idleMessage ?? DEFAULT_IDLE_TEXT });
  }

  /**
   * Calls `fn` when the session ends, however it ends: a close, the last client that leaves, a time limit, the server's
   * own end. Sync or async, one after another in the order they were registered; one that fails, or takes longer than
   * 10 s, does not stop the rest. Signals can be read; calls that need a client throw `SessionEnded`. In a session that
   * has ended already, `fn` is called at once. Returns what cancels it. From Shiny's `on_ended`, Rio's
   * `on_session_close` and PyWebIO's `defer_call`.
   */
  onEnded(fn: () => unknown): () => void {
    expectFunction("onEnded", fn);
    return this.isStub ? nothing : (this.endHooks ??= new EndHooks()).add(fn);
  }
}

function isOnce(method: string, fn: unknown, options: FlushOptions): boolean {
  expectFunction(method, fn);
  rejectUnknownOptions(`${method}()`, options, ["once"]);
  return options.once ?? true;
}
