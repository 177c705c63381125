import { computed } from "../../reactive/computed.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";

/** Builds its children when `when` is first true, and keeps them from then on. */
export function Kept({ when, children }: { when: () => boolean; children: () => Child }): Child {
  let wasTrue = false;
  const isBuilt = computed(() => wasTrue || (wasTrue = when()));
  return <Show when={isBuilt}>{children}</Show>;
}
