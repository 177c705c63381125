import type { Signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import type { ButtonProps as NativeButtonProps } from "../../view/jsx/form-props.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { Icon } from "../icons/icon.tsx";
import { signalProp } from "../base/signal-prop.ts";
import { lookProps, type ButtonLook } from "./button-look.ts";
import { BusyState, type BusyTask } from "./busy-task.ts";
import { IconButton } from "./icon-button.tsx";

export interface BusyButtonProps
  extends
    ButtonLook,
    Omit<NativeButtonProps, "class" | "children" | "onClick" | "type" | "aria-busy" | "aria-disabled"> {
  children: Child;
  /** What a click starts; while it runs the button is busy. */
  task: (task: BusyTask) => unknown;
  /** What is read out meanwhile; `"Working…"` unless told. */
  busyText?: Live<string>;
  /** Whether people can cancel it, by a button beside it. */
  cancellable?: boolean;
  /** Says whether it is busy. */
  busy?: Signal<boolean>;
}

/**
 * A button that starts something that takes a while: it shows that, and how far it is, and starts it only once at a
 * time.
 *
 * @example
 * ```tsx
 * import { session, signal } from "tandem";
 * import { BusyButton } from "tandem/ui";
 *
 * export default function Import() {
 *   const done = signal(0);
 *   return (
 *     <p>
 *       <BusyButton
 *         tone="brand"
 *         cancellable
 *         task={async ({ signal, progress }) => {
 *           for (const part of [1, 2, 3, 4]) {
 *             await fetch(`https://example.com/part/${part}`, { signal });
 *             progress(part / 4);
 *           }
 *           done.value++;
 *         }}
 *       >
 *         Import
 *       </BusyButton>{" "}
 *       {done} times
 *     </p>
 *   );
 * }
 * ```
 *
 * A second click is dropped by the server, whatever a page sends, and by whichever page of the session. What the task
 * throws is an error of its handler, except after it was cancelled. From Shiny's `input_task_button`.
 */
export function BusyButton({
  tone,
  appearance,
  size,
  icon,
  wide,
  class: className,
  task,
  busy,
  busyText = "Working…",
  cancellable = false,
  children,
  ...rest
}: BusyButtonProps): Child {
  needPart("ui");
  const state = new BusyState(signalProp(busy, "busy={…} of a BusyButton"));
  const isBusy = () => state.isBusy.value;
  const button = (
    <button
      {...rest}
      type="button"
      {...lookProps({ tone, appearance, size, wide, class: className })}
      data-busy={() => (isBusy() ? "" : null)}
      aria-busy={() => (isBusy() ? "true" : undefined)}
      aria-disabled={() => (isBusy() ? "true" : undefined)}
      onClick={() => state.run(task)}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span class="tandem-button-text">{children}</span>
      <Show when={isBusy}>
        <BusyMarks part={state.part} />
      </Show>
    </button>
  );
  return [
    cancellable ? (
      <span class="tandem-button-group">
        {button}
        <Show when={isBusy}>
          <IconButton
            icon="x-lg"
            label="Cancel"
            tone={tone}
            appearance={appearance ?? "outlined"}
            size={size}
            onClick={state.cancel}
          />
        </Show>
      </span>
    ) : (
      button
    ),
    <span class="tandem-unseen" role="status">
      {() => (isBusy() ? readLive(busyText) : "")}
    </span>,
  ];
}

function BusyMarks({ part }: { part: Signal<number | undefined> }): Child {
  return [
    <span class="tandem-button-spinner" />,
    <Show when={() => part.value !== undefined}>
      <progress class="tandem-progress tandem-button-progress" aria-hidden="true" value={() => part.value ?? 0} />
    </Show>,
  ];
}
