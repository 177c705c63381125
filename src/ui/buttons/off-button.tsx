import { untracked } from "../../reactive/graph.ts";
import { readLive } from "../../view/live.ts";
import type { EventHandlerProp } from "../../view/jsx/event-props.ts";
import type { Child, Live } from "../../view/node.ts";
import type { MouseEvent } from "../../view/events/mouse-events.ts";
import { freshId } from "../base/fresh-id.ts";

export interface OffProps {
  /** Why it cannot be pressed now; while there is a reason it is off, but can be reached, and says so. */
  disabledReason?: Live<string | undefined>;
}

interface ButtonFacts {
  onClick?: EventHandlerProp<MouseEvent>;
  "aria-describedby"?: Live<string | null | undefined>;
}

/** Of a button that may be off for a reason: what its native `button` has besides, and what says the reason. */
export class OffButton {
  readonly #reason: Live<string | undefined>;
  readonly #id = freshId("reason");
  readonly #host = freshId("reason-host");

  constructor(reason: Live<string | undefined>) {
    this.#reason = reason;
  }

  readonly #isOff = (): boolean => Boolean(readLive(this.#reason));

  /** A button that is `disabled` takes no focus and no pointer, so that nobody would learn why it is. */
  props({ onClick, "aria-describedby": described }: ButtonFacts) {
    return {
      "aria-disabled": () => (this.#isOff() ? "true" : undefined),
      // The page keeps it from being pressed; here is who holds to that.
      "data-off": () => (this.#isOff() ? "" : null),
      "aria-describedby": () =>
        [readLive(described), this.#isOff() ? this.#id : ""].filter(Boolean).join(" ") || undefined,
      onClick: this.#kept(onClick),
    } as const;
  }

  /** The button, and beside it what is shown while the pointer or the focus is there. */
  around(button: Child): Child {
    return (
      <span class="tandem-tooltip-host" id={this.#host}>
        {button}
        <span
          role="tooltip"
          class="tandem-floating"
          id={this.#id}
          popover="manual"
          data-anchor={this.#host}
          data-placement="top"
        >
          {() => readLive(this.#reason) ?? ""}
        </span>
      </span>
    );
  }

  /** Calls nothing while it is off. Commands are the page's, which does not hear the click then. */
  #kept(given: EventHandlerProp<MouseEvent> | undefined): EventHandlerProp<MouseEvent> | undefined {
    if (Array.isArray(given)) return given.map((each) => this.#kept(each as never)) as never;
    if (typeof given === "function") return (event: MouseEvent) => this.#unlessOff(() => given(event));
    const { handler, ...options } = (given ?? {}) as { handler?: (event: MouseEvent) => unknown };
    if (handler === undefined) return given;
    return { ...options, handler: (event: MouseEvent) => this.#unlessOff(() => handler(event)) };
  }

  #unlessOff(act: () => unknown): unknown {
    return untracked(this.#isOff) ? undefined : act();
  }
}
