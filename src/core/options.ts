import { TandemError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";

/** Throws for an option that does not exist, naming the nearest that does: a misspelt option must not pass for none. */
export function rejectUnknownOptions(where: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const remedy = nearest === undefined ? `Known are ${known.join(", ")}.` : `Did you mean "${nearest}"?`;
    throw new TandemError("options/unknown", `Expected an option that ${where} has, but got "${name}". ${remedy}`);
  }
}
