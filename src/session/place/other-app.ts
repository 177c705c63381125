import { TandemError } from "../../core/errors.ts";
import { nearestName } from "../../core/nearest-name.ts";
import type { HostFacts } from "../environment.ts";

/** Where another app of the same server is, and what to call it. Throws for a name that none has. */
export function findOtherApp({ apps }: HostFacts, name: string): { url: string; title: string } {
  const found = apps?.get(name);
  if (found !== undefined) return found;
  const names = [...(apps?.keys() ?? [])];
  throw new TandemError(
    "session/no-app",
    `Expected the name of an app of this server, but got ${JSON.stringify(name)}. ${remedy(name, names)}`,
  );
}

function remedy(name: string, names: readonly string[]): string {
  if (names.length === 0) return "It serves only this one; serve several with apps({ … }).";
  const nearest = nearestName(name, names);
  return nearest === undefined
    ? `There are ${names.map((each) => JSON.stringify(each)).join(", ")}.`
    : `Did you mean "${nearest}"?`;
}
