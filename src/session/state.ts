/**
 * Where a session is in its life: `opening → connected ⇄ detached → closing → ended`. From the life cycles of all
 * four seeds, made one.
 */
export type SessionState =
  /** The page was rendered; no client has attached yet. */
  | { readonly kind: "opening" }
  | { readonly kind: "connected"; readonly clients: number }
  /** All clients are away since this time (milliseconds since the epoch); they may come back. */
  | { readonly kind: "detached"; readonly since: number }
  | { readonly kind: "closing"; readonly code: number; readonly hard: boolean; readonly message: string }
  | { readonly kind: "ended"; readonly code: number };

export const isOver = (state: SessionState): boolean => state.kind === "closing" || state.kind === "ended";
