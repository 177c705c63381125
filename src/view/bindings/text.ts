import type { Child } from "../node.ts";

type Plain = string | number | bigint | boolean | null | undefined;

/** Whether a child is shown as plain text; nothing counts as empty text. */
export function isText(value: Child): value is Plain {
  return value === null || (typeof value !== "object" && typeof value !== "function");
}

export function toText(value: Plain): string {
  return value === null || value === undefined || typeof value === "boolean" ? "" : String(value);
}
