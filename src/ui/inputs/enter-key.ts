import type { KeyHandlerOptions } from "../../view/jsx/event-props.ts";
import type { InputState } from "../base/input-state.ts";

/** On `keys`, hands on what is in the control, if it is allowed. What was typed before them has been heard. */
export function onKeys<T>(
  state: InputState<T>,
  tell: ((value: T) => unknown) | undefined,
  keys: readonly string[] = ["Enter"],
): KeyHandlerOptions | undefined {
  if (tell === undefined) return undefined;
  const handler = () => {
    state.leave();
    return state.problem() === undefined ? tell(state.field.value.peek()) : undefined;
  };
  return { keys, handler };
}
