import { TandemError } from "../../core/errors.ts";
import { rejectUnknownOptions } from "../../core/options.ts";
import { signal } from "../../reactive/signal.ts";
import { ProgressBar } from "../../ui/feedback/progress-bar.tsx";
import { actingFlow } from "../flow.tsx";
import { checkPosition } from "./items.ts";
import { show, type ShowOptions } from "./show.ts";
import type { Shown } from "./shown.tsx";

export interface ProgressOptions extends ShowOptions {
  /** What `value` is when all is done; 1 unless told. */
  max?: number;
  /** Whether the bar goes when all is done. */
  closes?: boolean;
}

/** A bar that is shown, and how far it is. */
export interface ShownProgress extends Shown {
  /** How far it is, from 0 to `max`; live, and what is beyond either counts as that end. */
  value: number;
}

/**
 * Shows a bar that tells how far something is.
 *
 * @example
 * ```ts
 * import { showProgress } from "tandem/flow";
 *
 * export async function copyAll(files: readonly string[], copy: (file: string) => Promise<void>) {
 *   const bar = showProgress("Copying", { max: files.length, closes: true });
 *   for (const file of files) {
 *     await copy(file);
 *     bar.value++;
 *   }
 * }
 * ```
 *
 * Throws a `TandemError` as `show` does, and for a `value` that is no number. From PyWebIO's `put_progressbar`.
 */
export function showProgress(label: string, options: ProgressOptions = {}): ShownProgress {
  actingFlow("showProgress()");
  rejectUnknownOptions("showProgress()", options, ["scope", "position", "max", "closes"]);
  const { max = 1, closes = false, scope, position } = options;
  const value = signal(0);
  const bar = <ProgressBar label={label} value={value} max={max} />;
  const shown = show(bar, { scope, position: checkPosition(position) });
  return {
    isShown: shown.isShown,
    update: (content) => shown.update(content),
    remove: () => shown.remove(),
    scrollTo: (how) => shown.scrollTo(how),
    get value() {
      return value.value;
    },
    set value(next) {
      value.value = Math.min(max, Math.max(0, checkValue(next)));
      if (closes && value.peek() === max) shown.remove();
    },
  };
}

function checkValue(value: unknown): number {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  throw new TandemError(
    "flow/bad-progress",
    `Expected how far a bar is to be a number from 0 to its max, but got ${String(value)}.`,
  );
}
