import { randomId } from "../../core/ids.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";

/** How a task is: at work, or over in one of three ways. */
export type ProgressState = "running" | "done" | "failed" | "cancelled";

/** What work says of itself while it goes on. */
export interface Progress {
  /** How far it is, of `total` (1 unless told); nothing if nobody knows any more. */
  report(done: number | undefined, total?: number): void;
  /** What it does at the moment. */
  say(text: string): void;
}

/** Work that can be watched and called off. */
export interface ProgressTask<T = unknown> {
  readonly label: string;
  readonly state: ReadonlySignal<ProgressState>;
  /** From 0 to 1; nothing while nobody knows. Reactive. */
  readonly value: ReadonlySignal<number | undefined>;
  /** What it does at the moment. Reactive. */
  readonly text: ReadonlySignal<string>;
  /** Why it failed. Reactive. */
  readonly error: ReadonlySignal<unknown>;
  /** What a failure is found by in the server's log. Reactive. */
  readonly errorId: ReadonlySignal<string>;
  /** Resolves when it is over, with its result; with nothing if it failed or was cancelled. Never rejects. */
  readonly done: Promise<T | undefined>;
  /** Aborts its signal. Work that does not heed it goes on in silence. */
  cancel(): void;
}

export interface ProgressOptions {
  /** What the task is, for the person: “Importing orders”. */
  label: string;
}

/** A share may come a thousand times a second; the screen needs less. */
const SMALLEST_STEP = 0.002;

class RunningProgress<T> implements ProgressTask<T>, Progress {
  readonly label: string;
  readonly state: Signal<ProgressState> = signal<ProgressState>("running");
  readonly value = signal<number | undefined>(undefined);
  readonly text = signal("");
  readonly error = signal<unknown>(undefined);
  readonly errorId = signal("");
  readonly done: Promise<T | undefined>;
  readonly #cancel: () => void;

  constructor(work: ProgressWork<T>, label: string) {
    this.label = label;
    const session = currentSession();
    const task = session.createTask((aborted) => this.#run(work, aborted), { name: label });
    this.#cancel = () => task.cancel();
    this.done = task.done;
    // Also where the session ends, or its work never begins.
    void task.done.then(() => this.#end("cancelled"));
  }

  report(done: number | undefined, total = 1): void {
    if (this.state.peek() !== "running") return;
    const share = done === undefined || !(total > 0) ? undefined : Math.min(1, Math.max(0, done / total));
    const before = this.value.peek();
    const isNews =
      share === undefined || before === undefined || share === 1 || Math.abs(share - before) >= SMALLEST_STEP;
    if (isNews) this.value.value = share;
  }

  say(text: string): void {
    if (this.state.peek() === "running") this.text.value = text;
  }

  cancel(): void {
    this.#end("cancelled");
    this.#cancel();
  }

  async #run(work: ProgressWork<T>, aborted: AbortSignal): Promise<T | undefined> {
    try {
      const result = await work(this, aborted);
      if (aborted.aborted) return undefined;
      this.value.value = 1;
      this.#end("done");
      return result;
    } catch (error) {
      if (!aborted.aborted) this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    const errorId = randomId(6);
    this.error.value = error;
    this.errorId.value = errorId;
    this.#end("failed");
    currentSession().noteError(error, { errorId, source: `the task "${this.label}"` });
  }

  #end(state: ProgressState): void {
    if (this.state.peek() === "running") this.state.value = state;
  }
}

export type ProgressWork<T> = (progress: Progress, aborted: AbortSignal) => T | PromiseLike<T>;

/**
 * Runs work whose progress is watched, and that can be cancelled. Show it with `TaskProgress`.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Button, runWithProgress, TaskProgress, type ProgressTask } from "tandem/ui";
 *
 * export function Import({ rows }: { rows: readonly string[] }) {
 *   const task = signal<ProgressTask | undefined>(undefined);
 *   const start = () =>
 *     (task.value = runWithProgress(async (progress, aborted) => {
 *       for (const [index, row] of rows.entries()) {
 *         aborted.throwIfAborted();
 *         await fetch(`http://localhost:9000/${row}`, { signal: aborted });
 *         progress.report(index + 1, rows.length);
 *       }
 *     }, { label: "Importing" }));
 *   return <section><Button onClick={start}>Import</Button> <TaskProgress task={task} /></section>;
 * }
 * ```
 *
 * The work starts after the present turn, and is aborted when the session ends. What it throws is logged and told to the
 * app's `onError`, and shown by `TaskProgress` instead of a notice. From Shiny's `Progress` and `ExtendedTask`.
 */
export function runWithProgress<T>(work: ProgressWork<T>, { label }: ProgressOptions): ProgressTask<T> {
  return new RunningProgress(work, label);
}
