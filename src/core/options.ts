import { TandemError } from "./errors.ts";
import { kindOf } from "./kind-of.ts";
import { nearestName } from "./nearest-name.ts";

/** Throws for an option that does not exist, naming the nearest that does: a misspelt option must not pass for none. */
export function rejectUnknownOptions(where: string, options: object, known: readonly string[]): void {
  expectObject(`the options of ${where}`, options);
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const remedy = nearest === undefined ? `Known are ${known.join(", ")}.` : `Did you mean "${nearest}"?`;
    throw new TandemError("options/unknown", `Expected an option that ${where} has, but got "${name}". ${remedy}`);
  }
}

/** Throws for what has no names and values, where those are wanted. */
export function expectObject(what: string, value: unknown): void {
  if (typeof value === "object" && value !== null) return;
  const got = kindOf(value);
  throw new TandemError(
    "options/not-an-object",
    `Expected ${what} to be an object, as in { name: value }, but got ${got}.`,
  );
}
