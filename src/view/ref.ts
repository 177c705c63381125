import { TandemError } from "../core/errors.ts";
import { Op, type Json } from "../protocol/operations.ts";
import { Disposers } from "../reactive/disposers.ts";
import type { FlushQueue } from "../reactive/flush-queue.ts";
import { currentOwner } from "../reactive/owner.ts";
import { Reaction } from "../reactive/reaction.ts";
import type { PropertyBinding } from "./bindings/property-binding.ts";
import type { Environment } from "./environment.ts";
import type { Ref } from "./jsx/ref-type.ts";
import type { View } from "./view.ts";

/**
 * A ref with what can be done to its element from the server. It is done when all that this turn changes is on the
 * screen, so a handler may show an element and focus it.
 */
export interface ElementRef<Tag extends string = string> extends Ref<Tag> {
  /** Whether the element is on the screen. */
  readonly isMounted: boolean;
  focus(options?: { preventScroll?: boolean }): void;
  blur(): void;
  scrollIntoView(options?: {
    behavior?: "auto" | "smooth" | "instant";
    block?: "start" | "center" | "end" | "nearest";
    inline?: "start" | "center" | "end" | "nearest";
  }): void;
  /** Calls any method of the element, such as `showModal`, `select` or `play`, with JSON arguments. */
  call(method: string, ...args: Json[]): void;
}

let keys = 0;

export class RefHandle implements ElementRef {
  readonly key = ++keys;
  #environment: Environment | null = null;
  /** A row's new element may be built before the old one goes. */
  #mounts = 0;
  #leaving: Disposers | null = null;
  #entered: PropertyBinding | null = null;

  get isMounted(): boolean {
    return this.#environment !== null;
  }

  get view(): View | null {
    return this.#environment?.view ?? null;
  }

  /** What the element's place hands down, while it is on the screen. */
  get environment(): Environment | null {
    return this.#environment;
  }

  /** Called as its element is built; returns what to call at its end. */
  mounted(environment: Environment): () => void {
    this.#environment = environment;
    this.#mounts++;
    return () => {
      this.#mounts--;
      if (this.#mounts > 0) return;
      this.#environment = null;
      this.#entered = null;
      this.#leaving?.disposeAll((error) => environment.view.report(error, undefined));
    };
  }

  /** Of a control: what the person at the screen changes of it. */
  enters(property: PropertyBinding): void {
    this.#entered = property;
  }

  /** Has the control show what it is to show again, as it may hold what is no value: half a date, or "1e". */
  showAgain(): void {
    this.#entered?.doubt();
  }

  /** Calls `fn` when the element leaves the screen. Returns what cancels that. */
  whenLeaving(fn: () => void): () => void {
    const leaving = (this.#leaving ??= new Disposers());
    leaving.add(fn);
    return () => leaving.delete(fn);
  }

  focus(options?: { preventScroll?: boolean }): void {
    this.call("focus", ...given(options));
  }

  blur(): void {
    this.call("blur");
  }

  scrollIntoView(options?: Json & object): void {
    this.call("scrollIntoView", ...given(options));
  }

  call(method: string, ...args: Json[]): void {
    new ElementCall(this, [method, args]);
  }
}

/** Waits for the end of the flush: what the same turn changes may be what brings the element. */
class ElementCall extends Reaction {
  readonly queue: FlushQueue;
  readonly #ref: RefHandle;
  readonly #call: [method: string, args: Json[]];
  /** Made where it was called, so that its stack leads there. */
  readonly #absent: TandemError | undefined;

  constructor(ref: RefHandle, call: [method: string, args: Json[]]) {
    const queue = ref.view?.queue ?? currentOwner().queue;
    super(queue.nextOrder());
    this.queue = queue;
    this.#ref = ref;
    this.#call = call;
    if (!ref.isMounted) this.#absent = notMounted(call[0]);
    this.requestRun();
  }

  /** After all else. */
  override get priority(): number {
    return -Infinity;
  }

  describe(): string {
    return `the call of ${this.#call[0]}()`;
  }

  /** Once only. An element that was there and is gone by now needs nothing any more. */
  protected override rerun(): void {
    this.dispose();
    const { view, key } = this.#ref;
    if (view !== null) view.send([Op.Call, key, ...this.#call]);
    else if (this.#absent !== undefined) throw this.#absent;
  }
}

const notMounted = (method: string): TandemError =>
  new TandemError(
    "view/ref-not-mounted",
    `Expected an element on the screen to call ${method}() on, but this ref has none. Give it to an element (ref={…}) that is shown by then.`,
  );

const given = (options: object | undefined): Json[] => (options === undefined ? [] : [options as Json]);

/**
 * Makes a name for one element, to call its methods in the browser.
 *
 * @example
 * ```tsx
 * import { ref } from "tandem";
 *
 * export default function Search() {
 *   const field = ref();
 *   return (
 *     <form>
 *       <input ref={field} type="search" />
 *       <button type="button" onClick={() => field.focus()}>Search again</button>
 *     </form>
 *   );
 * }
 * ```
 *
 * What is called happens after all that the same turn changed, so `open.value = true; field.focus()` works. If the
 * element is not on the screen even then, a `TandemError` goes to the app's `onError`.
 */
export function ref<Tag extends string = string>(): ElementRef<Tag> {
  return new RefHandle() as ElementRef<Tag>;
}
