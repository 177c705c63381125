import { TandemError } from "../../core/errors.ts";
import { describe } from "../../view/attribute-kinds.ts";

/** What an app gave as a list. Throws a `TandemError` (`ui/bad-list`) for what is none: in JavaScript no type warns. */
export function listOf<T>(given: readonly T[], what: string): readonly T[] {
  if (Array.isArray(given)) return given as readonly T[];
  throw new TandemError(
    "ui/bad-list",
    `Expected ${what} to be an array, but got ${describe(given)}. Write […], or make one with Array.from(…).`,
  );
}
