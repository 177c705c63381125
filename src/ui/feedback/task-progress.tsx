import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { Button } from "../buttons/button.tsx";
import { shownText } from "../content/error-state.tsx";
import { Icon } from "../icons/icon.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import type { ProgressTask } from "./progress-task.ts";

export interface TaskProgressProps {
  /** From `runWithProgress`; nothing is shown without one. */
  task: Live<ProgressTask | undefined>;
  /** Whether the person can call it off; `true` unless told. */
  cancellable?: boolean;
  /** Begins it again after it failed or was cancelled. */
  onRetry?: () => unknown;
  class?: ClassValue;
}

/**
 * How a task goes on: its progress while it runs, with a button to cancel it, and then how it ended.
 *
 * @example
 * ```tsx
 * import { runWithProgress, TaskProgress } from "tandem/ui";
 *
 * export function Export() {
 *   const task = runWithProgress(async (progress) => progress.report(1), { label: "Exporting" });
 *   return <TaskProgress task={task} />;
 * }
 * ```
 */
export function TaskProgress(props: TaskProgressProps): Child {
  needPart("ui");
  const read = () => readLive(props.task);
  return () => {
    const task = read();
    return task === undefined ? null : <OneTask task={task} props={props} />;
  };
}

function OneTask({ task, props }: { task: ProgressTask; props: TaskProgressProps }): Child {
  const { cancellable = true, onRetry } = props;
  const isRunning = () => task.state.value === "running";
  return (
    <div class={() => ["tandem-task-progress", `tandem-task-${task.state.value}`, props.class]}>
      <Show when={isRunning} fallback={<Outcome task={task} onRetry={onRetry} />}>
        <ProgressBar label={task.label} value={task.value} />
        <div class="tandem-task-foot">
          <span class="tandem-task-text">{task.text}</span>
          {cancellable ? (
            <Button size="small" appearance="plain" onClick={() => task.cancel()}>
              Cancel
            </Button>
          ) : null}
        </div>
      </Show>
      <p class="tandem-unseen" role="status">
        {() => (isRunning() ? `${task.label} has begun.` : outcomeText(task))}
      </p>
    </div>
  );
}

function Outcome({ task, onRetry }: { task: ProgressTask; onRetry: (() => unknown) | undefined }): Child {
  const state = task.state.peek();
  const icon = state === "done" ? "check-circle-fill" : state === "failed" ? "x-octagon-fill" : "dash-circle";
  return (
    <div class="tandem-task-outcome">
      <Icon name={icon} />
      <span class="tandem-task-text">{() => outcomeText(task)}</span>
      {onRetry === undefined || state === "done" ? null : (
        <Button size="small" appearance="plain" icon="arrow-clockwise" onClick={() => onRetry()}>
          Try again
        </Button>
      )}
    </div>
  );
}

function outcomeText({ label, state, error, errorId }: ProgressTask): string {
  if (state.value === "done") return `${label}: done.`;
  if (state.value === "cancelled") return `${label}: cancelled.`;
  const why = shownText(error.value) ?? `it failed. Quote ${errorId.value} to report it.`;
  return `${label}: ${why}`;
}
