import { checkRun } from "./check-run.ts";
import { Figures } from "./figures.ts";
import { Simulation } from "./simulation.ts";

export interface Seeds {
  readonly first: number;
  readonly count: number;
  /** Whether pages are the real runtime on a DOM, rather than the model's. */
  readonly withDom: boolean;
}

/** Runs a simulation for each seed and adds up what happened. Throws, with its seed, at the first that fails. */
export async function runSeeds({ first, count, withDom }: Seeds): Promise<Figures> {
  const all = new Figures();
  for (let seed = first; seed < first + count; seed++) all.add(await runSeed(seed, withDom));
  return all;
}

export async function runSeed(seed: number, withDom: boolean): Promise<Figures> {
  const simulation = new Simulation(seed, { withDom });
  try {
    await simulation.run();
    await checkRun(simulation);
  } catch (error) {
    throw new Error(`Seed ${seed} failed: ${(error as Error).message}`, { cause: error });
  }
  return simulation.figures;
}
