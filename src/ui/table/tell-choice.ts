import { currentSession } from "../../session/current.ts";

/** Tells the person why rows could not be chosen, if so. */
export function tellChoice(problem: string | null): void {
  if (problem !== null) currentSession().notify(problem, { kind: "warning" });
}
