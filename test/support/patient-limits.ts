import type { Limits } from "../../src/core/limits.ts";

/** For apps that are served by the machine's time, and looked at in a browser: on a slow machine all takes longer. */
export const PATIENT_LIMITS = {
  claimTimeout: 180_000,
  slowTurn: 180_000,
} as const satisfies Partial<Limits>;
