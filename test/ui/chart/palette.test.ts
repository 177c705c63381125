import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Triple = readonly [number, number, number];

const css = readFileSync(new URL("../../../src/browser/ui/styles/series-colors.css", import.meta.url), "utf8");
const found = [...css.matchAll(/--tandem-chart-\d: light-dark\((#\w{6}), (#\w{6})\)/g)];
const looks = [
  { surface: "#ffffff", colours: found.map((match) => match[1]!) },
  { surface: "#20252e", colours: found.map((match) => match[2]!) },
];

/** How people see colours: as most do, and after Machado, Oliveira and Fernandes (2009). */
const SIGHTS: Record<string, readonly Triple[]> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}; // prettier-ignore

const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
const times = (matrix: readonly Triple[], [a, b, c]: Triple): Triple =>
  matrix.map(([x, y, z]) => Math.max(0, Math.min(1, x * a + y * b + z * c))) as unknown as Triple;
const luminance = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** In OKLab. */
function perceived([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

it("Z116: the colours of series stand out from the surface, and apart, whoever looks", () => {
  for (const { surface, colours } of looks) {
    expect(colours).toHaveLength(8);
    for (const colour of colours) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(3);
    for (const [sight, matrix] of Object.entries(SIGHTS)) {
      const seen = colours.map((colour) => perceived(times(matrix, linear(colour))));
      for (const [at, one] of seen.entries()) {
        for (const other of seen.slice(0, at)) {
          const distance = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
          expect([sight, colours[at], distance > 0.07]).toEqual([sight, colours[at], true]);
        }
      }
    }
  }
});
