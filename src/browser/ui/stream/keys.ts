/** What a key does to a chart. */
export type Move =
  | { readonly kind: "row"; readonly by: number }
  | { readonly kind: "zoom"; readonly closer: boolean }
  | { readonly kind: "all" }
  | { readonly kind: "pause" };

const FAR = 10;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: { kind: "row", by: -1 },
  ArrowRight: { kind: "row", by: 1 },
  PageUp: { kind: "row", by: -FAR },
  PageDown: { kind: "row", by: FAR },
  Home: { kind: "row", by: -Infinity },
  End: { kind: "row", by: Infinity },
  "+": { kind: "zoom", closer: true },
  "=": { kind: "zoom", closer: true },
  "-": { kind: "zoom", closer: false },
  "0": { kind: "all" },
  Escape: { kind: "all" },
  " ": { kind: "pause" },
};

/** What this key does; `undefined` for one that the browser has its own use for. */
export function moveOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Move | undefined {
  const move = ctrlKey || metaKey || altKey ? undefined : MOVES[key];
  return move?.kind === "row" && shiftKey ? { kind: "row", by: move.by * FAR } : move;
}
