import { decimateCloud, decimateLine, type Kept } from "./decimate.ts";
import type { Plot, PlotFacts, PlotSeries } from "./plots/plot.ts";
import type { ChartExtent, ChartPoints, Point, PointPlace } from "./wire.ts";

/** Points of one series that a page gets; a screen has no room for more. */
const LIMIT = 4_000;

interface SentSeries {
  readonly series: PlotSeries;
  readonly kept: Kept | null;
}

interface SentOptions {
  readonly facts: PlotFacts;
  readonly version: number;
  /** The part of x that is looked at; asked only where points are left out. */
  readonly window: () => ChartExtent | null;
}

/** The points that pages were sent, and which of the data's rows each is. */
export class SentPoints {
  readonly wire: ChartPoints;
  /** What they were made of. */
  readonly facts: PlotFacts;
  readonly #sent: readonly SentSeries[];

  constructor(plot: Plot, { facts, version, window }: SentOptions) {
    this.facts = facts;
    this.#sent = plot.series.map((series) => ({ series, kept: keptOf(plot, series, window) }));
    this.wire = { version, series: this.#sent.map(pointsOf) };
  }

  /** A point by its place in what was sent; `undefined` for none. */
  at([series, point]: PointPlace): { name: string; row: number; point: Point } | undefined {
    const sent = this.#sent[series];
    if (sent === undefined) return undefined;
    const index = sent.kept === null ? point : sent.kept[point];
    const found = index === undefined ? undefined : sent.series.points[index];
    if (found === undefined) return undefined;
    return { name: sent.series.name, row: sent.series.rows?.[index!] ?? -1, point: found };
  }

  /** Where rows are in what was sent, as far as they are in it. */
  placesOf(rows: ReadonlySet<number>): PointPlace[] {
    if (rows.size === 0) return [];
    return this.#sent.flatMap(({ series, kept }, number) => {
      const places: PointPlace[] = [];
      const count = kept?.length ?? series.points.length;
      for (let point = 0; point < count; point++) {
        const row = series.rows?.[kept === null ? point : kept[point]!];
        if (row !== undefined && rows.has(row)) places.push([number, point]);
      }
      return places;
    });
  }
}

function keptOf({ thinning }: Plot, { points }: PlotSeries, seen: () => ChartExtent | null): Kept | null {
  if (points.length <= LIMIT || thinning === null) return null;
  const window = seen();
  if (thinning === "line") return decimateLine(points, { limit: LIMIT, window });
  return decimateCloud(points, { limit: LIMIT, window });
}

const pointsOf = ({ series: { points }, kept }: SentSeries): readonly Point[] =>
  kept === null ? points : Array.from(kept, (index) => points[index]!);
