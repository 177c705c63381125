import type { Clock } from "../../core/clock.ts";
import { TandemError } from "../../core/errors.ts";
import { Disposers } from "../../reactive/disposers.ts";
import type { FlushQueue } from "../../reactive/flush-queue.ts";
import { runWithOwner, type Owner } from "../../reactive/owner.ts";
import { signal } from "../../reactive/signal.ts";
import type { ContextHandle } from "../../view/component-call.ts";
import type { Child, JsxNode } from "../../view/node.ts";
import { ScopeNode } from "../../view/special-nodes.ts";
import { expectFunction } from "../arguments.ts";
import { Hooks } from "../hooks.ts";
import type { InputValue, NamedInput } from "../memory/named-input.ts";
import type { RouteHandler } from "../routes/session-routes.ts";
import type { Session } from "../session.ts";
import type { ArgumentsOf, ArgumentsSchema } from "../talk/arguments-schema.ts";
import type { MessageHandler } from "../talk/message-handlers.ts";
import type { Scopes } from "./scopes.ts";

/** Which module's part of the screen a place is in. */
export const ModuleContext: ContextHandle<Scope | undefined> = {
  fallback: undefined,
  adopt: (scope: Scope, handler) => scope.adopt(handler),
};

/**
 * The part of a session that belongs to one use of a module: names in it do not meet the same names elsewhere, and all
 * of it ends together. `session.makeScope(id)` and `<Module id>` make one.
 */
export class Scope implements Owner {
  /** With the ids of the modules around it: `"outer-inner"`. */
  readonly id: string;
  readonly #session: Session;
  readonly #scopes: Scopes;
  readonly #owned = new Disposers();
  readonly #alive = signal(true);
  readonly #endHooks = new Hooks();
  #isEnding = false;
  /** Requests and routes that the module has answered. */
  readonly #registered = new Set<string>();

  constructor(id: string, parts: { session: Session; scopes: Scopes }) {
    this.id = id;
    this.#session = parts.session;
    this.#scopes = parts.scopes;
  }

  get queue(): FlushQueue {
    return this.#session.queue;
  }

  get clock(): Clock {
    return this.#session.clock;
  }

  /** Whether it was destroyed; reactive. */
  get isDestroyed(): boolean {
    return !this.#alive.value;
  }

  /** The whole name of something in this module: `ns("name")` is `"outer-inner-name"`. A whole name stays as it is. */
  ns(id: string): string {
    return this.#scopes.resolve(this, id);
  }

  /** A module within this one. Throws a `TandemError` while one of that id is there. From Shiny's `make_scope`. */
  makeScope(id: string): Scope {
    this.#checkAlive();
    return this.#scopes.make(id, this);
  }

  /** The value of this module's control with `bind={id}`; see `session.input`. */
  input<T extends InputValue = InputValue>(id: string): NamedInput<T> {
    return this.#session.input<T>(this.ns(id));
  }

  /** Changes what this module's control shows and holds; see `session.setInput`. */
  setInput(id: string, value: InputValue): void {
    this.#session.setInput(this.ns(id), value);
  }

  /** Sends a message to this module's input; see `session.sendInputMessage`. */
  sendInputMessage(id: string, message: unknown): void {
    this.#session.sendInputMessage(this.ns(id), message);
  }

  /**
   * Lets pages ask this module, under the name that it returns, until the module is destroyed; see
   * `session.setMessageHandler`.
   */
  setMessageHandler<Schema extends ArgumentsSchema>(
    name: string,
    handler: MessageHandler<ArgumentsOf<Schema>>,
    options: { schema: Schema },
  ): string;
  setMessageHandler(name: string, handler: MessageHandler | null): string;
  setMessageHandler(
    name: string,
    handler: MessageHandler<never[]> | null,
    options?: { schema: ArgumentsSchema },
  ): string {
    this.#checkAlive();
    // What is no function is the session's to refuse.
    const own = typeof handler === "function" ? (...args: never[]) => this.run(() => handler(...args)) : handler;
    const key = this.#session.setMessageHandler(this.ns(name), own as MessageHandler, options as { schema: never });
    this.#ownOnce(`request ${key}`, () => this.#session.setMessageHandler(key, null));
    return key;
  }

  /** Answers requests below a path of this module's own, which it returns, until it is destroyed; see `session.dynamicRoute`. */
  dynamicRoute(name: string, handler: RouteHandler | null): string {
    this.#checkAlive();
    const whole = this.ns(name);
    const own: RouteHandler | null =
      typeof handler === "function" ? (request) => this.run(() => handler(request)) : handler;
    const path = this.#session.dynamicRoute(whole, own);
    this.#ownOnce(`route ${whole}`, () => this.#session.dynamicRoute(whole, null));
    return path;
  }

  /** What is registered again under its name is taken away only once. */
  #ownOnce(name: string, dispose: () => void): void {
    if (this.#registered.has(name)) return;
    this.#registered.add(name);
    this.own(dispose);
  }

  /** Runs `fn` as this module's code: effects and cleanups made in it end with the module. */
  run<T>(fn: () => T): T {
    this.#checkAlive();
    expectFunction("run", fn);
    return this.#session.run(() => runWithOwner(this, fn));
  }

  /** Shows its children as part of this module, until it is destroyed: `bind="name"` in them has the module's prefix. */
  readonly View = ({ children }: { children?: Child }): JsxNode =>
    new ScopeNode(
      (environment) =>
        environment.with({ contexts: { context: ModuleContext, value: this, outer: environment.contexts } }),
      () => (this.#alive.value ? children : null),
    );

  /** Calls `fn` when the module is destroyed, while all of it can still be read. Returns what cancels that. From Shiny's `on_destroy`. */
  onDestroy(fn: () => unknown): () => void {
    expectFunction("onDestroy", fn);
    return this.#endHooks.add(fn, { once: true });
  }

  /**
   * Ends the module and those in it: `onDestroy` callbacks run, the deepest module's first; then effects stop, its
   * screen goes, inputs, handlers and routes are forgotten. The id can be used again. From Shiny's `destroy`.
   */
  destroy(): void {
    if (!this.#isEnding) this.#scopes.destroy(this);
  }

  own(dispose: () => void): void {
    if (this.#alive.peek()) this.#owned.add(dispose);
    else dispose();
  }

  disown(dispose: () => void): void {
    this.#owned.delete(dispose);
  }

  /** A handler below this module's view, as its code. What a page still shows of a destroyed module does nothing. */
  adopt(handler: (event: never) => unknown): (event: never) => unknown {
    return (event) => (this.#alive.peek() ? this.run(() => handler(event)) : undefined);
  }

  /** The first half of the end: callbacks, in the order of registration, while all can still be read. */
  runEndHooks(fail: (error: unknown) => void): void {
    this.#isEnding = true;
    this.#endHooks.run(fail);
  }

  /** The second half: everything goes. */
  release(fail: (error: unknown) => void): void {
    this.#alive.value = false;
    this.#owned.disposeAll(fail);
  }

  #checkAlive(): void {
    if (this.#alive.peek()) return;
    throw new TandemError(
      "scope/destroyed",
      `Expected the module "${this.id}" to be there, but it was destroyed. Make it anew with makeScope.`,
    );
  }
}
