import { isSignal } from "../reactive/signal.ts";
import type { ClassValue } from "./jsx/class-and-style.ts";
import type { Live } from "./node.ts";

/** The class attribute's text; reads what is live in it. */
export function classText(value: ClassValue): string {
  if (!value) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(classText).filter(Boolean).join(" ");
  return Object.entries(value)
    .filter(([, condition]) => readLive(condition))
    .map(([name]) => name)
    .join(" ");
}

export const readLive = <T>(value: Live<T>): T =>
  typeof value === "function" ? (value as () => T)() : isSignal(value) ? (value.value as T) : (value as T);

/** Whether a list or record has something live in it, at any depth. */
export function holdsLive(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  return isSignal(value) || Object.values(value).some(holdsLive);
}
