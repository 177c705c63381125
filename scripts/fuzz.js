// @ts-check
/**
 * `npm run fuzz`: malformed input against the core, see `test/security/fuzz/main.ts`.
 *
 *   npm run fuzz                       300,000 inputs, a new seed
 *   npm run fuzz -- --seed 1           the same inputs again
 *   npm run fuzz -- --inputs 15000     fewer
 *   npm run fuzz -- --rate 1000        more of them a second over sockets
 *   npm run fuzz -- --attacks 400      more against each widget and question; 40 unless told
 *   npm run fuzz -- --inputs 0 --only Chart --seed 1 --path 3:0:1
 *                                      only those whose name has "Chart" in it, and one attack again, as it was told
 */
import { runProof } from "./support/run-proof.js";

await runProof("test/security/fuzz/main.ts", { seconds: 3_600, nodeOptions: ["--expose-gc"] });
