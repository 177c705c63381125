import type { AttributeBinding } from "./bindings/attribute-binding.ts";
import type { BoundSignal } from "./bound-signal.ts";
import { isDisabled, isReadonly, offeredValues, type Control } from "./control.ts";
import type { InputEvent, ToggleEvent } from "./events/control-events.ts";

/** What a dispatched event came to. A refused one was for a control that could not have sent it. */
export type Outcome = { readonly refused: string } | { readonly refused: null; readonly result: unknown };

type AnyEvent = InputEvent & ToggleEvent;

/** Why an event was refused, for the log. */
const refuse = (refused: string): Outcome => ({ refused });

/** The handler of an event on a form control: checks what the client claims, binds, then runs the app's function. */
export class ControlHandler {
  readonly #control: Control;
  readonly #bound: BoundSignal | null;
  readonly #openBinding: AttributeBinding | null;
  readonly #action: ((event: never) => unknown) | null;

  constructor(
    control: Control,
    parts: {
      bound: BoundSignal | null;
      openBinding: AttributeBinding | null;
      action: ((event: never) => unknown) | null;
    },
  ) {
    this.#control = control;
    this.#bound = parts.bound;
    this.#openBinding = parts.openBinding;
    this.#action = parts.action;
  }

  /** `alone`: no other client shows this screen, so what its control shows is all there is to know. */
  run(event: AnyEvent, alone: boolean): Outcome {
    const control = this.#control;
    if (isDisabled(control)) return refuse("disabled");
    if (event.type === "input" || event.type === "change") {
      if (isReadonly(control)) return refuse("readonly");
      if (control.tag === "select" && !isOffered(control, event)) return refuse("not-offered");
      this.#assume(event, alone);
    }
    this.#openBinding?.assume(event.open);
    this.#bound?.write(event);
    const result = this.#action?.(event as never);
    if (result instanceof Promise) this.#holdUntil(result);
    return { refused: null, result };
  }

  #assume(event: AnyEvent, alone: boolean): void {
    const { property } = this.#control;
    if (property === null) return;
    const shown =
      this.#bound !== null
        ? this.#bound.shownBy(event)
        : property.place.name === "checked"
          ? event.checked
          : Array.isArray(property.wire())
            ? event.values
            : event.value;
    property.assume(shown, { everywhere: alone });
  }

  #holdUntil(result: Promise<unknown>): void {
    const { property } = this.#control;
    if (property === null) return;
    property.hold();
    const release = () => property.release();
    result.then(release, release);
  }
}

function isOffered(control: Control, event: AnyEvent): boolean {
  const offered = offeredValues(control);
  return event.values.every((value) => offered.has(value));
}
