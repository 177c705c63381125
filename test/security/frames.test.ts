import { expect, it } from "vitest";
import { FrameAttack } from "./fuzz/frame-attack.ts";

/** `npm run fuzz` takes a hundred times as many, and a seed of its own. */
const INPUTS = 3_000;

it.each([1, 20_260_101])(
  "X1: hostile frames (seed %i) neither throw nor get past a check, and a bystander goes on",
  async (seed) => {
    const attack = new FrameAttack(seed);
    for (let n = 0; n < INPUTS; n++) {
      const input = attack.step();
      if (n % 10 === 0) attack.bystanderClicks();
      expect(attack.check(), `input ${n}, ${input.kind}: ${input.text.slice(0, 300)}`).toEqual([]);
    }
    // Every kind was tried, and refused in more ways than one.
    expect(attack.byKind.size).toBeGreaterThanOrEqual(12);
    expect([...attack.closes.keys()]).toEqual(expect.arrayContaining([4400, 4413]));
    await attack.end();
  },
);
