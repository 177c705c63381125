/** When the server hears of what is typed. */
export interface Debounced {
  /**
   * Milliseconds without a keystroke until the server hears of them, or `"left"`: when the control is left, or Enter
   * pressed. Of each, unless told.
   */
  debounce?: number | "left";
}

/** Longer than anybody types; leaving a control, and a key that is heard, end any wait. */
const UNTIL_LEFT = 86_400_000;

/** For `onInput`. */
export function heardAfter<Event>({ debounce = 0 }: Debounced, handler: (event: Event) => unknown) {
  return { debounce: debounce === "left" ? UNTIL_LEFT : debounce, handler };
}
