// @ts-check
/** `npm run soak`: a thousand clients come, act and go; `--seconds N`, ten minutes unless told. See `test/faults/soak.ts`. */
import { runProof } from "./support/run-proof.js";

await runProof("test/faults/soak.ts", { seconds: 3_600, nodeOptions: ["--expose-gc"] });
