import type { Clock, Timer } from "../core/clock.ts";
import { TandemError } from "../core/errors.ts";
import type { Limits } from "../core/limits.ts";
import { rejectUnknownOptions } from "../core/options.ts";
import type { ClientAnswer, DownMessage } from "../protocol/frames.ts";
import type { Json } from "../protocol/operations.ts";
import { expectAbortSignal } from "./arguments.ts";
import { ClientError, SessionEnded, unlessEnded } from "./call-errors.ts";

/** How long a call waits, and what calls it off. */
export interface CallOptions {
  /** Milliseconds; `Infinity` where a person decides how long it takes. */
  timeout?: number;
  /** Aborting it rejects the call with the signal's reason. */
  signal?: AbortSignal;
}

/** One call into a client's page. */
export interface ClientCall<T> {
  /** What the page does; see `browser/extras/`. */
  readonly name: string;
  readonly args: Json[];
  /** Checks and converts the page's answer, which is untrusted. What it throws rejects the call. */
  read(answer: Json | undefined): T;
}

/** What calls need of their session. */
export interface CallHost {
  readonly clock: Clock;
  readonly limits: Pick<Limits, "maxPendingCalls">;
  readonly isOver: boolean;
  readonly isStub: boolean;
  /** Whom a call goes to; `undefined` before there is any client. */
  readonly actingClient: number | undefined;
  tellClient(clientId: number, message: DownMessage): void;
}

interface Pending {
  readonly message: ["call", id: number, name: string, args: Json[]];
  /** 0 until there is a client. */
  clientId: number;
  /** What the caller waits for. */
  result: Promise<unknown>;
  resolve(answer: Json | undefined): void;
  reject(error: unknown): void;
}

/** Milliseconds that a page has to answer, where nothing else is said. */
export const ANSWER_WITHIN = 30_000;

/**
 * Calls into the page of one client, each settled exactly once: by that client's answer, or else by its end, the
 * session's, a time limit or an abort. Nothing here waits for ever on a client that is gone.
 */
export class ClientCalls {
  readonly #host: CallHost;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  constructor(host: CallHost) {
    this.#host = host;
  }

  /** How many calls wait for an answer. */
  get pending(): number {
    return this.#pending.size;
  }

  /**
   * Has the acting client's page do something, and resolves with what `read` makes of its answer. Rejects with
   * `SessionEnded`, a `ClientError` that the page answered, a `TandemError` (`client/gone`, `client/timeout`), the
   * reason of `signal`, or what `read` throws. A stub's call never settles: nothing after it is to run.
   */
  ask<T>(call: ClientCall<T>, options: CallOptions = {}): Promise<T> {
    if (this.#host.isStub) return NEVER;
    const refusal = this.#refusal(call, options);
    if (refusal !== undefined) return unlessEnded(Promise.reject(refusal as Error));
    const { timeout = ANSWER_WITHIN, signal } = options;
    const id = ++this.#lastId;
    const result = new Promise<Json | undefined>((resolve, reject) => {
      const { clock } = this.#host;
      let timer: Timer;
      const onAbort = () => this.#callOff(id, signal!.reason);
      const done = () => {
        clock.clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      };
      this.#pending.set(id, {
        message: ["call", id, call.name, call.args],
        clientId: 0,
        result: NEVER,
        resolve: (answer) => (done(), resolve(answer)),
        reject: (error) => (done(), reject(error)),
      });
      if (timeout !== Infinity) timer = clock.setTimeout(() => this.#callOff(id, timedOut(call, timeout)), timeout);
      signal?.addEventListener("abort", onAbort);
    }).then((value) => call.read(value));
    this.#pending.get(id)!.result = result;
    this.#send(id);
    return result;
  }

  /** Takes a client's answer. One that comes again, too late, or from another client than was asked means nothing. */
  settle(clientId: number, [, , , id, ok, value]: ClientAnswer): void {
    const pending = this.#pending.get(id);
    if (pending === undefined || pending.clientId !== clientId) return;
    this.#pending.delete(id);
    if (ok) pending.resolve(value);
    else pending.reject(ClientError.of(value));
  }

  /** Sends what was asked for before there was anybody to ask. */
  clientAdded(): void {
    for (const [id, { clientId }] of this.#pending) if (clientId === 0) this.#send(id);
  }

  /** A client that is gone for good answers nothing any more. */
  clientGone(gone: number): void {
    for (const [id, { clientId, message }] of this.#pending)
      if (clientId === gone) this.#reject(id, clientGone(message));
  }

  /** Messages did not, or will not, reach the client's page as it is now, all but `coming`. */
  lost(clientId: number, coming: readonly DownMessage[]): void {
    for (const [id, pending] of this.#pending) {
      if (pending.clientId === clientId && !coming.includes(pending.message))
        this.#reject(id, clientGone(pending.message));
    }
  }

  /** Rejects all. Resolves when those who wait have heard it; a call that nobody awaits is then no unhandled rejection. */
  endAll(): Promise<unknown> {
    const results = Array.from(this.#pending.values(), ({ result }) => result);
    for (const [id, { message }] of this.#pending) this.#reject(id, new SessionEnded(`"${message[2]}" was waiting`));
    return Promise.allSettled(results);
  }

  #refusal(call: ClientCall<unknown>, options: CallOptions): unknown {
    if (this.#host.isOver) return new SessionEnded(`"${call.name}" needs a client`);
    const fault = faultOf(options);
    if (fault !== undefined) return fault;
    if (options.signal?.aborted) return options.signal.reason;
    const { maxPendingCalls } = this.#host.limits;
    if (this.#pending.size < maxPendingCalls) return undefined;
    return new TandemError(
      "client/too-many-calls",
      `Expected at most ${maxPendingCalls} calls to wait for a client's answer (limits.maxPendingCalls), but "${call.name}" would be one more. Await calls before you make others.`,
    );
  }

  #send(id: number): void {
    const clientId = this.#host.actingClient;
    if (clientId === undefined) return;
    const pending = this.#pending.get(id)!;
    pending.clientId = clientId;
    this.#host.tellClient(clientId, pending.message);
  }

  /** Rejects a call and lets its client know that nobody waits any more. */
  #callOff(id: number, reason: unknown): void {
    const clientId = this.#pending.get(id)?.clientId ?? 0;
    this.#reject(id, reason);
    if (clientId !== 0) this.#host.tellClient(clientId, ["cancel", id]);
  }

  #reject(id: number, error: unknown): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.reject(error);
  }
}

const NEVER = new Promise<never>(() => {});

/** What is wrong with a call's options, before anything of it was done. */
function faultOf(options: CallOptions): unknown {
  try {
    rejectUnknownOptions("a call into a page", options, ["timeout", "signal"]);
    expectAbortSignal("a call into a page", options.signal);
  } catch (error) {
    return error;
  }
  const { timeout } = options;
  if (timeout === undefined || (typeof timeout === "number" && timeout >= 0)) return undefined;
  return new TandemError(
    "client/bad-timeout",
    `Expected timeout to be milliseconds from 0, or Infinity, but got ${String(timeout)}. Leave it out for ${ANSWER_WITHIN}.`,
  );
}

function timedOut({ name }: ClientCall<unknown>, timeout: number): TandemError {
  return new TandemError(
    "client/timeout",
    `Expected the page to answer "${name}" within ${timeout} ms, but it did not. Its line may be down; give it more time with { timeout }, or catch this.`,
  );
}

function clientGone([, , name]: Pending["message"]): TandemError {
  return new TandemError(
    "client/gone",
    `Expected the page to answer "${name}", but it was closed before it did. Catch this where the person may leave meanwhile.`,
  );
}
