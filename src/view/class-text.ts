import type { ClassValue } from "./jsx/class-and-style.ts";
import { readLive } from "./live.ts";

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
