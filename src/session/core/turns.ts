import { TandemError } from "../../core/errors.ts";
import type { AttributeValue, Operation, PageFacts } from "../../protocol/operations.ts";
import { FlushQueue, type FlushHost } from "../../reactive/flush-queue.ts";
import { untracked } from "../../reactive/graph.ts";
import { runWithOwner, type Owner } from "../../reactive/owner.ts";
import type { Reaction } from "../../reactive/reaction.ts";
import { Environment } from "../../view/environment.ts";
import type { Child } from "../../view/node.ts";
import { View, type ViewHost } from "../../view/view.ts";
import { expectFunction } from "../arguments.ts";
import { enterSession, findSession } from "../current.ts";
import type { Hooks } from "../hooks.ts";
import { describeInput, type Input } from "./inbox.ts";
import { SessionBase } from "./base.ts";

/** A session's turns and its screen: what is written in a turn settles when it ends, and leaves as one frame. */
export abstract class SessionTurns extends SessionBase implements Owner, FlushHost, ViewHost {
  readonly queue: FlushQueue = new FlushQueue(this);
  protected flushHooks: Hooks | null = null;
  protected flushedHooks: Hooks | null = null;
  /** What its clients show. */
  protected readonly view: View = new View(this);
  /** Turns that are open: a flush follows by itself when the outermost ends. */
  #turns = 0;
  /** When the outermost turn, or the flush outside of one, began. */
  #startedAt = 0;
  #flushing = false;
  /** Flushes in a row that were made by the one before. */
  #flushesInARow = 0;
  #flushScheduled = false;

  /**
   * Runs `fn` as a turn of this session: current, its writes shown together when it returns. Adopts a callback from
   * elsewhere, such as a database driver's.
   */
  run<T>(fn: () => T): T {
    expectFunction("run", fn);
    return this.runFor(undefined, fn);
  }

  /** As `run`; `input` is what the turn answers. */
  protected runFor<T>(input: Input | undefined, fn: () => T): T {
    if (this.#turns === 0) this.#startedAt = this.clock.now();
    this.#turns++;
    try {
      return enterSession(this, fn);
    } finally {
      this.#turns--;
      if (this.#turns === 0) {
        this.flush();
        this.#noteSlowTurn(input);
      }
    }
  }

  /** Node runs one thing at a time: no other session was served meanwhile, and nothing could have stopped it. */
  #noteSlowTurn(input: Input | undefined): void {
    const took = this.clock.now() - this.#startedAt;
    if (took < this.limits.slowTurn) return;
    const turn = input === undefined ? "a turn" : describeInput(input);
    this.warn("limit/slowTurn", `${turn} held up all sessions for ${took} ms`);
  }

  /** Settles all that has changed and sends it as one frame. Happens by itself at the end of each turn. */
  flush(): void {
    if (this.#flushing || this.queue.isHeld || this.isOver) return;
    if (!this.#hasWork) return;
    this.#flushing = true;
    try {
      if (findSession() === (this as unknown)) this.#settle();
      else enterSession(this, () => this.#settle());
    } finally {
      this.#flushing = false;
    }
    if (this.#hasWork) this.#flushAgain();
    else this.#flushesInARow = 0;
  }

  /** What `onFlushed` callbacks wrote makes the next frame; but not for ever, as nothing else would run meanwhile. */
  #flushAgain(): void {
    if (++this.#flushesInARow > MAX_FLUSHES_IN_A_ROW) {
      this.#flushesInARow = 0;
      this.flushedHooks = null;
      this.fail(endlessFlushes());
    }
    this.scheduleFlush();
  }

  get #hasWork(): boolean {
    return !this.queue.isEmpty || this.view.hasOperations || this.hasMessages;
  }

  /** Whether there is something to say to clients, and somebody to say it to. */
  protected abstract get hasMessages(): boolean;

  #settle(): void {
    this.queue.flush();
    if (this.flushHooks !== null && !this.flushHooks.isEmpty) {
      this.flushHooks.run(this.fail);
      this.queue.flush();
    }
    this.send(this.view.takeOperations());
    this.flushedHooks?.run(this.fail);
  }

  /** Sends clients what has changed on the screen, and what else there is to say. */
  protected abstract send(operations: Operation[]): void;

  scheduleFlush(): void {
    if (this.#turns > 0 || this.#flushing || this.#flushScheduled) return;
    this.#flushScheduled = true;
    queueMicrotask(() => {
      this.#flushScheduled = false;
      this.#startedAt = this.clock.now();
      this.flush();
      this.#noteSlowTurn(undefined);
    });
  }

  operationsWaiting(): void {
    this.scheduleFlush();
  }

  // ------------------------------------------------------------------ the screen

  wholeScreen(): Operation[] {
    return this.view.wholeScreen();
  }

  /** Whether anything on the screen calls the session when it is used. */
  protected get canBeActedOn(): boolean {
    return this.view.handlers.size > 0;
  }

  /** Changes facts of the page that are no elements; they stay through reconnects. */
  protected setPage(change: PageFacts): void {
    this.view.setPage(change);
  }

  /** Shows something above the page, beside what the app's own components show. Returns what takes it away. */
  showLayer(children: Child): () => void {
    const add = () => this.view.layers.add(new Environment(this.view), children);
    return runWithOwner(undefined, () => untracked(add));
  }

  /** Sets an attribute of the page's root element, or takes it away; it stays through reconnects. */
  protected setRootAttribute(name: string, value: AttributeValue): void {
    this.view.setRootAttribute(name, value);
  }

  // ------------------------------------------------------------------ errors

  /** Takes an error that nothing caught. */
  abstract reportError(error: unknown, reaction: Reaction | undefined, source?: string): string;

  protected readonly fail = (error: unknown): void => void this.reportError(error, undefined, "a callback");
}

/** As many as rounds within one flush. */
const MAX_FLUSHES_IN_A_ROW = 100;

function endlessFlushes(): TandemError {
  return new TandemError(
    "session/flush-loop",
    `Expected onFlushed callbacks to come to rest, but what they wrote made ${MAX_FLUSHES_IN_A_ROW} flushes in a row, so they are cancelled. Look for one that writes each time it is called.`,
  );
}
