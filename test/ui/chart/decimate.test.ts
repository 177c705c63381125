import { describe, expect, it } from "vitest";
import { decimateCloud, decimateLine } from "../../../src/ui/chart/decimate.ts";
import type { Point } from "../../../src/ui/chart/wire.ts";

const line = (length: number): Point[] =>
  Array.from({ length }, (_, x) => [x, Math.sin(x / 500) + (x === 777 ? 9 : 0)]);

describe("points that are left out", () => {
  it("Z105: a line keeps its ends and its extremes, in order, and few others", () => {
    const points = line(100_000);
    const kept = [...decimateLine(points, { limit: 1_000 })!];
    expect(kept).toHaveLength(1_000);
    expect([kept[0], kept.at(-1), kept.includes(777)]).toEqual([0, 99_999, true]);
    expect(kept.every((place, at) => at === 0 || place > kept[at - 1]!)).toBe(true);
    expect(decimateLine(line(1_000), { limit: 1_000 })).toBeNull();
  });

  it("Z105: the part that is looked at has as many, the rest an outline, and gaps stay", () => {
    const points = line(100_000).map((point, x): Point => (x === 5_000 ? [x, null] : point));
    const kept = [...decimateLine(points, { limit: 1_000, window: [4_000, 6_000] })!];
    const inside = kept.filter((x) => x >= 4_000 && x <= 6_000);
    expect(inside.length).toBeGreaterThan(950);
    expect(kept.length).toBeLessThan(2_000);
    expect(kept).toContain(5_000);
    for (const window of [[-5, -1], [200_000, 300_000], [50_000.5, 50_000.6]] as const) {
      expect(decimateLine(points, { limit: 1_000, window })!.length).toBeGreaterThan(0);
    } // prettier-ignore
  });

  it("Z105: a cloud keeps its shape", () => {
    const points = Array.from({ length: 50_000 }, (_, at): Point => [Math.cos(at) * 10, Math.sin(at * 7) * 10]);
    const kept = [...decimateCloud(points, { limit: 4_000 })!].map((at) => points[at]!);
    expect(kept.length).toBeLessThan(8_001);
    for (const dimension of [0, 1]) {
      expect(Math.max(...kept.map((point) => point[dimension]!))).toBeGreaterThan(9.9);
      expect(Math.min(...kept.map((point) => point[dimension]!))).toBeLessThan(-9.9);
    }
  });
});
