import type { ChartExtent, Point } from "./wire.ts";

/** Places in a list of points, ascending: those that are kept. */
export type Kept = Uint32Array;

export interface DecimateOptions {
  /** Points to keep at most, about. */
  limit: number;
  /** What is looked at: outside of it, far fewer are kept. */
  window?: ChartExtent | null;
}

/** Enough for the outline of what is outside of the window, and in the zoom's own little chart. */
const OUTLINE = 400;

/**
 * Of a line's points, those that draw the same line on a screen: largest triangle three buckets (Steinarsson 2013),
 * as ECharts has it, but here before anything is sent. Points are in order of x. `null` if all are needed.
 */
export function decimateLine(points: readonly Point[], { limit, window }: DecimateOptions): Kept | null {
  if (points.length <= limit) return null;
  if (!window) return Uint32Array.from(largestTriangles(points, [0, points.length], limit));
  const [start, end] = [lowerBound(points, window[0]) - 1, lowerBound(points, window[1]) + 1];
  const [from, to] = [Math.max(0, start), Math.min(points.length, Math.max(end, start + 2))];
  return Uint32Array.from([
    ...largestTriangles(points, [0, from], OUTLINE),
    ...largestTriangles(points, [from, to], limit),
    ...largestTriangles(points, [to, points.length], OUTLINE),
  ]);
}

/** The first point at `x` or beyond. */
function lowerBound(points: readonly Point[], x: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]![0] ?? -Infinity) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function largestTriangles(points: readonly Point[], [from, to]: readonly [number, number], limit: number): number[] {
  const count = to - from;
  if (count <= limit) return Array.from({ length: count }, (_, index) => from + index);
  const kept = [from];
  const bucket = (count - 2) / (limit - 2);
  for (let index = 0, last = from; index < limit - 2; index++) {
    const start = from + 1 + Math.floor(index * bucket);
    const end = from + 1 + Math.floor((index + 1) * bucket);
    last = farthest(points, { last, start, end, next: Math.min(to, end + Math.ceil(bucket)) });
    kept.push(last);
  }
  kept.push(to - 1);
  return kept;
}

interface Bucket {
  last: number;
  start: number;
  end: number;
  /** Where the bucket after it ends. */
  next: number;
}

/** The point of a bucket that is farthest from the line between the one kept before and the middle of the next. */
function farthest(points: readonly Point[], { last, start, end, next }: Bucket): number {
  let [sumX, sumY] = [0, 0];
  for (let index = end; index < next; index++) {
    sumX += points[index]![0] ?? 0;
    sumY += points[index]![1] ?? 0;
  }
  const [meanX, meanY] = [sumX / (next - end), sumY / (next - end)];
  const [lastX, lastY] = [points[last]![0] ?? 0, points[last]![1] ?? 0];
  let [best, largest] = [start, -1];
  for (let index = start; index < end; index++) {
    const [x, y] = [points[index]![0] ?? 0, points[index]![1]];
    // A gap is part of the picture.
    if (y === null || y === undefined) return index;
    const area = Math.abs((lastX - meanX) * (y - lastY) - (lastX - x) * (meanY - lastY));
    if (area > largest) [best, largest] = [index, area];
  }
  return best;
}

/** Cells of a screen that a cloud of points can fill. */
const COLUMNS = 480;
const ROWS = 270;

/** Of a cloud's points, one for each spot on a screen, so that its shape stays. `null` if all are needed. */
export function decimateCloud(points: readonly Point[], { limit, window }: DecimateOptions): Kept | null {
  if (points.length <= limit) return null;
  const inside = ([x]: Point) => !window || ((x ?? NaN) >= window[0] && (x ?? NaN) <= window[1]);
  const [left, right] = window ?? range(points, 0);
  const [bottom, top] = range(points, 1);
  const seen = new Uint8Array(COLUMNS * ROWS);
  const kept: number[] = [];
  for (const [index, point] of points.entries()) {
    const [x, y] = point;
    if (x === null || x === undefined || y === null || y === undefined) continue;
    // Outside of the window a thin rest is enough.
    if (!inside(point)) {
      if (index % Math.ceil(points.length / OUTLINE) === 0) kept.push(index);
      continue;
    }
    const column = Math.min(COLUMNS - 1, Math.floor(((x - left) / (right - left || 1)) * COLUMNS));
    const row = Math.min(ROWS - 1, Math.floor(((y - bottom) / (top - bottom || 1)) * ROWS));
    const spot = row * COLUMNS + column;
    if (seen[spot]) continue;
    seen[spot] = 1;
    kept.push(index);
  }
  const step = Math.ceil(kept.length / (limit * 2));
  return Uint32Array.from(step > 1 ? kept.filter((_, index) => index % step === 0) : kept);
}

function range(points: readonly Point[], dimension: 0 | 1): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const point of points) {
    const value = point[dimension];
    if (value === null || value === undefined) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
