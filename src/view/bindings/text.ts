import type { Child } from "../node.ts";

type Plain = string | number | bigint | boolean | null | undefined;

/** Whether a child is shown as plain text; nothing counts as empty text. */
export function isText(value: Child): value is Plain {
  switch (typeof value as string) {
    case "object":
      return value === null;
    case "function":
    case "symbol":
      return false;
    default:
      return true;
  }
}

export function toText(value: Plain): string {
  return value === null || value === undefined || typeof value === "boolean" ? "" : String(value);
}
