/** What both streams show: four lines of 10,000 points, ten more at each of 60 updates a second. */
export const LINES = 4;
export const POINTS = 10_000;
export const POINTS_PER_UPDATE = 10;
export const UPDATES_PER_SECOND = 60;

/** The value of a line at a point: waves, and what looks like noise. */
export const valueAt = (line: number, point: number): number =>
  10 * line + 4 * Math.sin(point / (200 + 50 * line)) + (((point * (line + 7) * 2_654_435_761) >>> 0) % 1_000) / 500;

/** Points from one number on, as columns: where, and the values of each line. */
export function pointsFrom(from: number, count: number): Float64Array[] {
  const places = Float64Array.from({ length: count }, (_, index) => from + index);
  return [places, ...Array.from({ length: LINES }, (_, line) => places.map((point) => valueAt(line, point)))];
}
