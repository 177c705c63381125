import { expect } from "vitest";

/**
 * Resolves once `condition` holds, however long that takes: for what comes by sockets, files and timers of the machine.
 * What it throws counts as not yet.
 */
export async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { interval: 2, message: `It never came to ${String(condition)}.` }).toBe(true);
}
