import type { ReadonlySignal } from "../../reactive/readable.ts";
import type { Child } from "../../view/node.ts";

/** "12 / 40" below a text of limited length, if it is to be shown. */
export function characterCount(
  shown: ReadonlySignal<string>,
  { showCount, maxLength }: { showCount?: boolean | undefined; maxLength?: number | undefined },
): Child | undefined {
  if (!showCount) return undefined;
  return () => (maxLength === undefined ? String(shown.value.length) : `${shown.value.length} / ${maxLength}`);
}
