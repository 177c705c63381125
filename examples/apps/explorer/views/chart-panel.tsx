import { computed, Show, signal } from "tandem";
import {
  Button,
  Chart,
  type ChartBrush,
  EmptyState,
  SegmentedControl,
  Select,
} from "tandem/ui";
import { ChartChoice, CHARTS, dateAt, type ChartRow } from "../chart-choice.ts";
import { asValue } from "../data/filter.ts";
import { AGGREGATES } from "../data/group.ts";
import { columnNamed, isNumeric } from "../data/frame.ts";
import type { SessionData } from "../session-data.ts";

const TITLES = {
  bar: "Bars",
  line: "Line",
  area: "Area",
  pie: "Pie",
  scatter: "Points",
  histogram: "Histogram",
  boxplot: "Boxes",
};
const MOST_SLICES = 8;

/** What the rows that pass look like. */
export function ChartPanel({ data }: { data: SessionData }) {
  const choice = new ChartChoice(data);
  const { columns } = data.frame;
  const names = columns.map(({ name }) => name);
  const few = columns
    .filter(({ type }) => type === "category" || type === "boolean")
    .map(({ name }) => name);
  const numbers = columns.filter(isNumeric).map(({ name }) => name);
  return (
    <section class="charting" aria-label="Chart">
      <div class="choices">
        <SegmentedControl
          label="Kind"
          bind={choice.kind}
          options={CHARTS.map((value) => ({ value, label: TITLES[value] }))}
        />
        <Select
          label={() => (choice.isGrouped() ? "Group by" : "Along")}
          bind={choice.by}
          options={names}
        />
        <Show when={choice.isGrouped}>
          <Select
            label="Show the"
            bind={choice.aggregate}
            options={AGGREGATES}
          />
        </Show>
        <Show
          when={() =>
            choice.isGrouped()
              ? choice.aggregate.value !== "count"
              : choice.kind.value !== "histogram"
          }
        >
          <Select
            label={() => (choice.isGrouped() ? "of" : "Up")}
            bind={choice.of}
            placeholder="Choose"
            options={numbers}
          />
        </Show>
        <Show
          when={() =>
            few.length > 0 &&
            !["pie", "histogram", "boxplot"].includes(choice.kind.value)
          }
        >
          <Select
            label="Split by"
            bind={choice.splitBy}
            placeholder="Nothing"
            options={few}
          />
        </Show>
      </div>
      <Show
        when={choice.problem}
        fallback={<ChosenChart choice={choice} data={data} />}
      >
        {(problem) => (
          <EmptyState icon="bar-chart" title={() => problem.value ?? ""} />
        )}
      </Show>
    </section>
  );
}

function ChosenChart({
  choice,
  data,
}: {
  choice: ChartChoice;
  data: SessionData;
}) {
  const rows = computed((): readonly ChartRow[] =>
    choice.isGrouped() ? groupRows(choice, data) : choice.points.value,
  );
  const measure = () =>
    choice.aggregate.value === "count"
      ? "Rows"
      : `${choice.aggregate.value} of ${choice.of.value}`;
  const brush = signal<ChartBrush | null>(null);
  // Other kinds stand on names.
  const isBrushed = () =>
    ["line", "area", "scatter", "histogram"].includes(choice.kind.value) &&
    ranged(choice, data) !== undefined;
  return (
    <>
      {() => (
        <Chart
          label={
            choice.isGrouped()
              ? `${measure()} by ${choice.by.value}`
              : `${choice.by.value}, row by row`
          }
          kind={choice.kind.value}
          data={rows}
          x="x"
          {...(choice.kind.value === "histogram" ? {} : { y: "y" as const })}
          {...(isBrushed() ? { brush, brushDirection: "x" as const } : {})}
          series={() =>
            choice.splitBy.value !== null && choice.kind.value !== "pie"
              ? "split"
              : undefined
          }
          xTitle={() => choice.by.value}
          yTitle={() =>
            choice.isGrouped() ? measure() : (choice.of.value ?? "")
          }
          stacked={
            choice.kind.value !== "line" && choice.splitBy.value !== null
          }
          horizontal={choice.kind.value === "bar" && isLong(choice, data)}
          height={420}
          exportable
        />
      )}
      <Show when={() => isBrushed() && brush.value?.x != null}>
        <Button
          onClick={() => {
            keepRange(choice, data, brush.peek());
            brush.value = null;
          }}
        >
          Keep only rows in this range
        </Button>
      </Show>
    </>
  );
}

/** The column along the chart, if a range of it makes sense. */
function ranged(choice: ChartChoice, { frame }: SessionData) {
  const column = columnNamed(frame, choice.by.value);
  return column && (isNumeric(column) || column.type === "date")
    ? column
    : undefined;
}

function keepRange(
  choice: ChartChoice,
  data: SessionData,
  brush: ChartBrush | null,
): void {
  const column = ranged(choice, data);
  if (column === undefined || brush?.x === undefined) return;
  const [from, to] = brush.x;
  data.add({
    column: column.name,
    question: "at least",
    value: asValue(column, from),
  });
  data.add({
    column: column.name,
    question: "at most",
    value: asValue(column, to),
  });
}

/** Many names are read better one below the other. */
const isLong = (choice: ChartChoice, data: SessionData): boolean =>
  columnNamed(data.frame, choice.by.value)?.words != null &&
  (choice.groups.value?.length ?? 0) > 8;

const MOST_BARS = 40;

function groupRows(choice: ChartChoice, data: SessionData): ChartRow[] {
  const groups = choice.groups.value ?? [];
  const isDate = columnNamed(data.frame, choice.by.value)?.type === "date";
  const hasOrder = typeof groups[0]?.key === "number";
  const most =
    choice.kind.value === "pie"
      ? MOST_SLICES
      : hasOrder
        ? groups.length
        : MOST_BARS;
  const rows = groups
    .slice(0, most)
    .map(({ key, label, value, split }): ChartRow => {
      return {
        x: isDate
          ? dateAt(Number(key))
          : hasOrder && choice.kind.value !== "bar"
            ? key
            : label,
        y: value,
        split,
      };
    });
  const rest = groups
    .slice(most)
    .reduce((sum, { value }) => sum + (value ?? 0), 0);
  const addsUp =
    choice.aggregate.value === "count" || choice.aggregate.value === "sum";
  return choice.kind.value === "pie" && rest > 0 && addsUp
    ? [...rows, { x: "All others", y: rest, split: "" }]
    : rows;
}
