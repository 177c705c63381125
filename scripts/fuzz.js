// @ts-check
/**
 * `npm run fuzz`: malformed input against the core, see `test/security/fuzz/main.ts`.
 *
 *   npm run fuzz                       300,000 inputs, a new seed
 *   npm run fuzz -- --seed 1           the same inputs again
 *   npm run fuzz -- --inputs 15000     fewer
 *   npm run fuzz -- --rate 1000        more of them a second over sockets
 */
import { runProof } from "./support/run-proof.js";

await runProof("test/security/fuzz/main.ts", { seconds: 1_800, nodeOptions: ["--expose-gc"] });
