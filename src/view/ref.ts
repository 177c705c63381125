import { TandemError } from "../core/errors.ts";
import { Op, type Json } from "../protocol/operations.ts";
import type { Ref } from "./jsx/ref-type.ts";
import type { View } from "./view.ts";

/** A ref with what can be done to its element from the server. */
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
  #view: View | null = null;
  /** A row's new element may be built before the old one goes. */
  #mounts = 0;

  get isMounted(): boolean {
    return this.#view !== null;
  }

  /** Called as its element is built; returns what to call at its end. */
  mounted(view: View): () => void {
    this.#view = view;
    this.#mounts++;
    return () => {
      this.#mounts--;
      if (this.#mounts === 0) this.#view = null;
    };
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
    if (this.#view === null) {
      throw new TandemError(
        "view/ref-not-mounted",
        `Expected an element on the screen to call ${method}() on, but this ref has none. Give it to an element (ref={…}), and call it from a handler or effect.`,
      );
    }
    this.#view.send([Op.Call, this.key, method, args]);
  }
}

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
 * Calling it while its element is not on the screen throws a `TandemError`.
 */
export function ref<Tag extends string = string>(): ElementRef<Tag> {
  return new RefHandle() as ElementRef<Tag>;
}
