import type { Signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { listOf } from "../base/list-of.ts";
import { Icon } from "../icons/icon.tsx";
import { signalProp } from "../base/signal-prop.ts";

export interface Step {
  readonly label: string;
  /** A line below the label. */
  readonly description?: string;
  /** Something in it is not as it should be. */
  readonly failed?: Live<boolean>;
}

export interface StepperProps {
  /** What the steps lead to; only read out. */
  label: string;
  steps: readonly Step[];
  /** Which one is now, counted from 0; as many as there are steps when all is done. */
  current: Signal<number>;
  /** How people can go by it: back to steps that are done, to any step, or not at all. `"back"` unless told. */
  reach?: "back" | "any" | "none";
  class?: ClassValue;
}

/**
 * Steps, which of them are done, and which one is now.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Stepper } from "tandem/ui";
 *
 * export default function Order() {
 *   const step = signal(1);
 *   return <Stepper label="Order" current={step} steps={[{ label: "Cart" }, { label: "Address" }, { label: "Payment" }]} />;
 * }
 * ```
 *
 * The server refuses steps that are out of reach.
 */
export function Stepper({ label, steps, current, reach = "back", class: className }: StepperProps): Child {
  needPart("ui");
  signalProp(current, "current={…} of a Stepper");
  return (
    <ol class={["tandem-stepper", className]} aria-label={label}>
      {listOf(steps, "steps={…} of a Stepper").map((step, index) => (
        <StepItem step={step} index={index} current={current} reach={reach} />
      ))}
    </ol>
  );
}

interface StepItemProps extends Pick<StepperProps, "current"> {
  step: Step;
  index: number;
  reach: "back" | "any" | "none";
}

function StepItem({ step, index, current, reach }: StepItemProps): Child {
  const isDone = () => index < current.value;
  const isNow = () => index === current.value;
  const hasFailed = () => readLive(step.failed ?? false);
  const state = () => (hasFailed() ? "failed" : isDone() ? "done" : isNow() ? "now" : "to-come");
  const content = [
    <span class="tandem-step-mark">
      <Show
        when={hasFailed}
        fallback={
          <Show when={isDone} fallback={index + 1}>
            <Icon name="check-lg" label="Done:" />
          </Show>
        }
      >
        <Icon name="exclamation-lg" label="Not right yet:" />
      </Show>
    </span>,
    <span class="tandem-step-text">
      <span class="tandem-step-label">{step.label}</span>
      {step.description === undefined ? null : <small>{step.description}</small>}
    </span>,
  ];
  return (
    <li class="tandem-step" data-state={state} aria-current={() => (isNow() ? "step" : undefined)}>
      {reach === "none" ? (
        <span class="tandem-step-face">{content}</span>
      ) : (
        <button
          type="button"
          class="tandem-step-face"
          disabled={() => reach === "back" && index > current.value}
          onClick={() => void (current.value = index)}
        >
          {content}
        </button>
      )}
    </li>
  );
}
