import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import type { FrameFacts, FrameState } from "../base/field-parts.tsx";

/**
 * Less and more of a number, for fingers: with the keys it is the arrows, so that Tab does not come here. The page steps
 * at once, as if the person had typed it.
 */
export function Steppers({
  state,
  props: { label, disabled, readonly },
}: {
  state: FrameState;
  props: FrameFacts;
}): Child {
  const isOff = () => Boolean(readLive(disabled) || readLive(readonly));
  const stepper = (steps: -1 | 1, word: string) => (
    <button
      type="button"
      class={["tandem-number-step", steps < 0 && "tandem-number-less"]}
      tabindex={-1}
      data-steps={String(steps)}
      aria-controls={state.id}
      disabled={isOff}
      aria-label={() => `${word}: ${readLive(label)}`}
    />
  );
  return (
    <span class="tandem-number-steps">
      {stepper(-1, "Less")}
      {stepper(1, "More")}
    </span>
  );
}
