import {
  computed,
  resource,
  signal,
  type ReadonlySignal,
  type Resource,
} from "tandem";
import { groupedRows, type Aggregate, type Group } from "./data/group.ts";
import { columnNamed, isNumeric, plainAt, type Frame } from "./data/frame.ts";
import type { SessionData } from "./session-data.ts";

export const CHARTS = [
  "bar",
  "line",
  "area",
  "pie",
  "scatter",
  "histogram",
  "boxplot",
] as const;
export type ChartName = (typeof CHARTS)[number];

/** Points of a cloud, and values of boxes and bars; a screen shows no more. */
const MOST_POINTS = 50_000;

/** What a person chose to see in a chart, and what that is. */
export class ChartChoice {
  readonly kind = signal<ChartName>("bar");
  readonly by: ReturnType<typeof signal<string>>;
  readonly of: ReturnType<typeof signal<string | null>>;
  readonly splitBy = signal<string | null>(null);
  readonly aggregate = signal<Aggregate>("count");
  readonly groups: Resource<readonly Group[]>;
  readonly points: ReadonlySignal<readonly ChartRow[]>;
  readonly #data: SessionData;

  constructor(data: SessionData) {
    const { columns } = data.frame;
    this.#data = data;
    this.by = signal(
      (
        columns.find(({ type }) => type === "category") ??
        columns.find(({ type }) => type === "date") ??
        columns[0]!
      ).name,
    );
    this.of = signal<string | null>(columns.find(isNumeric)?.name ?? null);
    this.groups = resource(({ signal: aborted }) => {
      const { frame } = data;
      const [by, of, splitBy] = [
        this.by.value,
        this.of.value,
        this.splitBy.value,
      ].map((name) => columnNamed(frame, name ?? ""));
      const [aggregate, rows] = [this.aggregate.value, data.rows.value];
      if (!this.isGrouped() || by === undefined) return [];
      return groupedRows(
        rows,
        {
          by,
          of,
          splitBy: this.kind.value === "pie" ? undefined : splitBy,
          aggregate,
        },
        aborted,
      );
    });
    this.points = computed(() =>
      this.isGrouped() ? [] : this.#points(data.frame),
    );
  }

  /** Whether rows are counted up; else each is a point. */
  readonly isGrouped = (): boolean =>
    !["scatter", "histogram", "boxplot"].includes(this.kind.value);

  /** Nothing, or why there is no chart. */
  readonly problem = (): string | undefined => {
    const of = columnNamed(this.#data.frame, this.of.value ?? "");
    const by = columnNamed(this.#data.frame, this.by.value);
    const needsNumber = this.isGrouped()
      ? this.aggregate.value !== "count"
      : this.kind.value !== "histogram";
    if (needsNumber && of?.numbers == null)
      return "Choose a column of numbers to show.";
    if (this.kind.value === "histogram" && by?.numbers == null)
      return "A histogram needs a column of numbers or dates.";
    return undefined;
  };

  #points(frame: Frame): ChartRow[] {
    const rows = this.#data.rows.value;
    const [by, of, split] = [
      this.by.value,
      this.of.value,
      this.splitBy.value,
    ].map((name) => columnNamed(frame, name ?? ""));
    if (by === undefined) return [];
    const step = Math.max(1, Math.ceil(rows.length / MOST_POINTS));
    const points: ChartRow[] = [];
    for (let at = 0; at < rows.length; at += step) {
      const row = rows[at]!;
      const x =
        by.type === "date" ? dateAt(by.numbers![row]!) : plainAt(by, row);
      points.push({
        x,
        y: of?.numbers?.[row] ?? null,
        split:
          split === undefined ? "" : String(plainAt(split, row) ?? "empty"),
      });
    }
    return points;
  }
}

export interface ChartRow {
  readonly x: string | number | boolean | Date | null;
  readonly y: number | null;
  readonly split: string;
}

export const dateAt = (time: number): Date | null =>
  Number.isNaN(time) ? null : new Date(time);
