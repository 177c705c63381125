/**
 * The full proof, as `npm run faults` runs it: thousands of seeds in virtual time, then real sockets.
 *
 *     npm run faults -- --seeds 2000 --first 1 --tcp 500
 */
import { parseArgs } from "node:util";
import { Figures } from "./figures.ts";
import { runSeeds } from "./run-seeds.ts";
import { TcpRun } from "./tcp-run.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "2000" },
    /** Seeds of pages that run the real runtime on a DOM, after those with the model's pages. */
    "dom-seeds": { type: "string", default: "200" },
    first: { type: "string", default: "1" },
    tcp: { type: "string", default: "500" },
  },
});
const [seeds, domSeeds, first, tcp] = [values.seeds, values["dom-seeds"], values.first, values.tcp].map(Number) as [
  number,
  number,
  number,
  number,
];

const BATCH = 250;

const simulated = new Figures();
await simulate(first, seeds, false);
await simulate(first + seeds, domSeeds, true);
console.log(`\nSimulated, seeds ${first} to ${first + seeds + domSeeds - 1}:\n${simulated.toString()}`);

if (tcp > 0) {
  const real = await TcpRun.run({ faults: tcp, clients: 16, seed: first });
  console.log(`\nOn real sockets, seed ${first}:\n${real.toString()}`);
}

async function simulate(from: number, count: number, withDom: boolean): Promise<void> {
  for (let done = 0; done < count; done += BATCH) {
    const batch = { first: from + done, count: Math.min(BATCH, count - done), withDom };
    simulated.add(await runSeeds(batch));
    const pages = withDom ? "runtime" : "model";
    console.log(
      `seeds ${batch.first} to ${batch.first + batch.count - 1} (${pages} pages): ${simulated.faults} faults so far`,
    );
  }
}
