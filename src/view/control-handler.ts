import type { AttributeBinding } from "./bindings/attribute-binding.ts";
import type { BoundSignal } from "./bound-signal.ts";
import { isDisabled, isReadonly, type Control } from "./control.ts";
import type { InputEvent, ToggleEvent } from "./events/control-events.ts";
import { isPromiseLike } from "../reactive/promises.ts";
import { offeredValues } from "./select-options.ts";

/** What a dispatched event came to. A refused one was for a control that could not have sent it. */
export type Outcome = { readonly refused: string } | { readonly refused: null; readonly result: unknown };

type AnyEvent = InputEvent & ToggleEvent;

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

  /** `isAlone`: no other client shows this screen, so what its control shows is all there is to know. */
  run(event: AnyEvent, { isAlone }: { isAlone: boolean }): Outcome {
    const isInput = event.type === "input" || event.type === "change";
    const reason = refusalOf(this.#control, isInput ? event : null);
    if (reason !== null) {
      // What is shown goes back to what it was; nobody else is told of it.
      if (isInput) this.#assume(event, { everywhere: true });
      return { refused: reason };
    }
    if (isInput) this.#assume(event, { everywhere: isAlone });
    this.#openBinding?.assume(event.open, { everywhere: isAlone });
    this.#bound?.write(event);
    const result = this.#action?.(event as never);
    if (isInput && isPromiseLike(result)) this.#holdUntil(result);
    return { refused: null, result };
  }

  #assume(event: AnyEvent, options: { everywhere: boolean }): void {
    const { property, mixed, isMultiple, radioGroup } = this.#control;
    mixed?.assume(false, options);
    if (property === null) return;
    const isChecked = property.place.name === "checked";
    property.assume(isChecked ? event.checked : isMultiple ? event.values : event.value, options);
    if (radioGroup !== null) property.view.radioGroups.choose(radioGroup, property);
  }

  #holdUntil(result: PromiseLike<unknown>): void {
    const { property } = this.#control;
    if (property === null) return;
    property.hold();
    const release = () => property.release();
    result.then(release, release);
  }
}

/** Why the client cannot have sent this; `input` is what the person entered, if the event says so. */
function refusalOf(control: Control, input: AnyEvent | null): string | null {
  if (isDisabled(control)) return "disabled";
  if (input === null) return null;
  if (isReadonly(control)) return "readonly";
  return isOffered(control, input) ? null : "not-offered";
}

function isOffered(control: Control, event: AnyEvent): boolean {
  if (control.tag === "select") return isOfferedBySelect(control, event);
  return control.choice === null || isItself(control.choice(), event.values);
}

/** A checkbox or radio button stands for one value; "on" and none at all are not sent. */
function isItself(choice: string, values: readonly string[]): boolean {
  if (values.length === 0) return choice === "" || choice === "on";
  return values.length === 1 && values[0] === choice;
}

/**
 * What is chosen already may stay, also where it is no longer to be had. That is for the app to say, and not for
 * what was entered last: it may have been refused, and not yet be corrected.
 */
function isOfferedBySelect(control: Control, { values }: AnyEvent): boolean {
  if (!control.isMultiple && values.length !== 1) return false;
  const offered = offeredValues(control);
  const chosen: unknown = control.property?.wanted;
  const isChosen = (value: string) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value);
  return values.every((value) => offered.has(value) || isChosen(value));
}
