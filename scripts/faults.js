// @ts-check
/** `npm run faults`: the full proof that nothing is lost, doubled or left behind. See `test/faults/full.ts`. */
import { runProof } from "./support/run-proof.js";

await runProof("test/faults/full.ts", { seconds: 1_800 });
