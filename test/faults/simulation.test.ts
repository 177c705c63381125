import { describe, expect, it } from "vitest";
import { faults } from "./faults.ts";
import { runSeed, runSeeds } from "./run-seeds.ts";

/** `npm run faults` runs thousands of them. */
const QUICK = 30;

/** Seeds that once failed, and what was found. */
const found: [seed: number, what: string][] = [
  [61, "a message came twice after the whole screen was sent again"],
  [80, "a message came three times, in a session with three tabs"],
  [142, "typing before the welcome of a page shown anew was overwritten by an older answer"],
  [270, "a page whose line broke over the farewell was taken to have heard it"],
  [2153, "the value of a field was taken for stale on a page shown anew"],
  [2390, "an end was expected to be told to a page that had never attached"],
];

describe("sessions and their pages while everything fails", () => {
  it("L49: lose, double and reorder nothing, show the session's screen, and leave nothing behind", async () => {
    const figures = await runSeeds({ first: 1, count: QUICK, withDom: false });
    // A simulation in which nothing goes wrong proves nothing.
    expect(figures.faultsByKind.size).toBe(faults.length);
    expect(figures.handled).toBeGreaterThan(QUICK * 20);
    expect(Math.min(figures.resumed, figures.resynchronised, figures.messages, figures.stale)).toBeGreaterThan(QUICK);
    expect(figures.told).toBeGreaterThan(QUICK);
  });

  it("L49: so do pages that run the real runtime", async () => {
    const figures = await runSeeds({ first: 1_001, count: 10, withDom: true });
    expect(figures.screensCompared).toBeGreaterThanOrEqual(10);
  });

  it.each(found)("L49: seed %i, in which %s", async (seed) => {
    await runSeed(seed, false);
    await runSeed(seed, true);
  });
});
