import type { StreamSpec } from "../../../core/stream-spec.ts";
import type { Picture } from "./decimate.ts";

/** Room above and below what is drawn, as a part of its height. */
const MARGIN = 0.06;

/** What the y axis shows: all that is drawn, and what the app wants shown at least. */
export function valueRange({ y, series }: Pick<StreamSpec, "y" | "series">, { low, high }: Picture): [number, number] {
  let [least, greatest] = low > high ? [0, 1] : [low, high];
  if (y.scale === "logarithmic") return logarithmicRange(y.min ?? least, y.max ?? greatest);
  const margin = (greatest - least || Math.abs(greatest) || 1) * MARGIN;
  const hasBars = series.some(({ kind }) => kind === "bars");
  // Bars stand on nothing, and so does what is as high as its axis.
  if (!(hasBars && least >= 0)) least -= margin;
  if (!(hasBars && greatest <= 0)) greatest += margin;
  if (hasBars) [least, greatest] = [Math.min(0, least), Math.max(0, greatest)];
  if (y.min !== undefined) least = low >= y.min || low > high ? y.min : least;
  if (y.max !== undefined) greatest = high <= y.max || low > high ? y.max : greatest;
  return [least, greatest];
}

/** Whole powers of ten around what is above nothing. */
function logarithmicRange(low: number, high: number): [number, number] {
  const greatest = high > 0 ? high : 1;
  const least = low > 0 ? low : greatest / 1_000;
  return [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(greatest) + 1e-9)];
}
