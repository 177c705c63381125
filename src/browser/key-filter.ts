const MODIFIERS = ["Ctrl", "Alt", "Meta", "Shift"] as const;

/**
 * Whether a key event is one of `keys`: an `event.key` such as `Enter`, or with modifiers, as `Ctrl+s`. Other modifiers
 * must be up, but for Shift with a single character, which it may take to type that.
 */
export const isKeyAmong = (keys: readonly string[], event: KeyboardEvent): boolean =>
  keys.some((combination) => isKey(combination, event));

function isKey(combination: string, event: KeyboardEvent): boolean {
  // Not at the end, where it is the key: "Ctrl++".
  const parts = combination.split(/\+(?!$)/);
  const key = parts.pop()!;
  if (key !== event.key && !(parts.length && key.toLowerCase() === event.key.toLowerCase())) return false;
  const down = { Ctrl: event.ctrlKey, Alt: event.altKey, Meta: event.metaKey, Shift: event.shiftKey };
  return MODIFIERS.every(
    (name) => parts.includes(name) === down[name] || (name === "Shift" && down.Shift && event.key.length === 1),
  );
}
