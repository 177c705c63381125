import { TandemError } from "../../src/core/errors.ts";
import type { SourceNode } from "../../src/reactive/graph.ts";

/** The code of the `TandemError` that `fn` throws. */
export function codeOf(fn: () => unknown): string | undefined {
  try {
    fn();
  } catch (error) {
    if (error instanceof TandemError) return error.code;
    throw error;
  }
  return undefined;
}

/** How many readers are linked to a signal or computed. */
export function linksOn(source: unknown): number {
  let count = 0;
  for (let link = (source as SourceNode).subs; link !== undefined; link = link.nextSub) count++;
  return count;
}
