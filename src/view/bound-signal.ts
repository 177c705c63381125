import { isWritableSignal, type Signal } from "../reactive/signal.ts";
import { TandemError } from "../core/errors.ts";
import { describe } from "./attribute-kinds.ts";
import type { InputEvent, ToggleEvent } from "./events/control-events.ts";

/** Two-way binding of a control: which property shows the signal, and which event writes it. */
export interface BoundSignal {
  readonly property: "value" | "checked" | "open";
  readonly event: "input" | "change" | "toggle";
  /** What the control shows. */
  read(): unknown;
  write(event: InputEvent & ToggleEvent): void;
}

type Props = Readonly<Record<string, unknown>>;

export function boundSignal(tag: string, props: Props, target: unknown = props["bind"]): BoundSignal {
  if (!isWritableSignal(target)) {
    throw new TandemError(
      "view/bad-bind",
      `Expected a signal or a name in bind={…} of <${tag}>, but got ${describe(target)}. Make one with signal(…), or give the input a name: bind="name".`,
    );
  }
  if (tag === "details" || tag === "dialog") return boundOpen(target);
  if (tag === "select") return props["multiple"] ? boundValues(target) : boundText(target, "input");
  const type = tag === "input" ? props["type"] : undefined;
  if (type === "checkbox") return boundChecked(target);
  if (type === "radio") return boundChoice(target, String(props["value"]));
  if (type === "number" || type === "range") return boundNumber(target);
  return boundText(target, "input");
}

function boundText(target: Signal<unknown>, event: "input" | "change"): BoundSignal {
  return {
    property: "value",
    event,
    read: () => target.value,
    write: ({ value }) => void target.set(value),
  };
}

function boundNumber(target: Signal<unknown>): BoundSignal {
  return {
    property: "value",
    event: "input",
    read: () => target.value,
    write: ({ number }) => void target.set(number),
  };
}

function boundValues(target: Signal<unknown>): BoundSignal {
  return {
    property: "value",
    event: "input",
    read: () => target.value,
    write: ({ values }) => void target.set([...values]),
  };
}

function boundChecked(target: Signal<unknown>): BoundSignal {
  return {
    property: "checked",
    event: "change",
    read: () => target.value,
    write: ({ checked }) => void target.set(checked),
  };
}

function boundChoice(target: Signal<unknown>, choice: string): BoundSignal {
  return {
    property: "checked",
    event: "change",
    read: () => target.value === choice,
    write: ({ checked }) => {
      if (checked) target.set(choice);
    },
  };
}

function boundOpen(target: Signal<unknown>): BoundSignal {
  return {
    property: "open",
    event: "toggle",
    read: () => target.value,
    write: ({ open }) => void target.set(open),
  };
}
