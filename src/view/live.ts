import { isSignal } from "../reactive/signal.ts";
import type { Live } from "./node.ts";

/** The value now of what may be live. */
export const readLive = <T>(value: Live<T>): T =>
  typeof value === "function" ? (value as () => T)() : isSignal(value) ? (value.value as T) : (value as T);

/** Whether a list or record has something live in it, at any depth. */
export function holdsLive(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  return isSignal(value) || Object.values(value).some(holdsLive);
}
