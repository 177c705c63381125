import { computed, signal } from "tandem";
import { Button, Card, Chart, SwitchInput } from "tandem/ui";
import type { Dataset } from "./datasets.ts";
import { Filters, type Filter } from "./filters.ts";
import { SelectedRows } from "./selected-rows.tsx";

/** The charts of one dataset, and the rows that pass them all. */
export function Workbench({ data }: { data: Dataset }) {
  const filters = new Filters(data);
  const isCompared = signal(true);
  const selected = () => filters.selectedCount.value.toLocaleString("en");
  const share = () =>
    Math.round((filters.selectedCount.value / data.rowCount) * 1_000) / 10;
  return (
    <main>
      <div class="told">
        <p class="count" role="status">
          <strong>{selected}</strong> of {data.rowCount.toLocaleString("en")}{" "}
          {data.noun}
          <meter
            max={data.rowCount}
            value={filters.selectedCount}
            aria-label={`Part of the ${data.noun} selected`}
          />
          <span class="share">{share}%</span>
        </p>
        <p class="took">
          {() =>
            filters.took.value > 0
              ? `counted in ${filters.took.value.toFixed(1)} ms`
              : ""
          }
        </p>
        <SwitchInput label="All behind" bind={isCompared} />
        <Button
          size="small"
          disabled={() => !filters.isAnyOn()}
          onClick={() => filters.clear()}
        >
          Clear all
        </Button>
      </div>
      <div class="charts">
        {filters.filters.map((filter) => (
          <FilterChart filter={filter} isCompared={() => isCompared.value} />
        ))}
      </div>
      <SelectedRows data={data} filters={filters} />
    </main>
  );
}

function FilterChart({
  filter,
  isCompared,
}: {
  filter: Filter;
  isCompared: () => boolean;
}) {
  const { dimension, brush, chosen, bars } = filter;
  // Without the whole behind, bars of a few may be as high as the chart.
  const shown = computed(() =>
    isCompared()
      ? bars.value
      : { ...bars.value, total: Array.from(bars.value.count) },
  );
  const clear = (
    <Button
      size="small"
      appearance="plain"
      disabled={() => !filter.isOn()}
      onClick={() => filter.clear()}
    >
      Clear<span class="tandem-unseen"> {dimension.title}</span>
    </Button>
  );
  return (
    <Card
      title={dimension.title}
      subtitle={() => whatIsChosen(filter)}
      level={2}
      actions={clear}
      class="chart"
    >
      {dimension.categories === undefined ? (
        <Chart
          label={dimension.title}
          hideLabel
          kind="histogram"
          data={shown}
          x="from"
          end="to"
          y="count"
          whole="total"
          xTitle=""
          yTitle=""
          {...(dimension.format && { xFormat: dimension.format })}
          height={190}
          brush={brush}
        />
      ) : (
        <Chart
          label={dimension.title}
          hideLabel
          kind="bar"
          data={shown}
          x="name"
          y="count"
          xTitle=""
          yTitle=""
          horizontal={dimension.categories.length > 6}
          height={190}
          selected={chosen}
        />
      )}
    </Card>
  );
}

function whatIsChosen({ dimension, brush, chosen }: Filter): string {
  const range = brush.value?.x;
  const text = (value: number) =>
    value.toLocaleString("en", {
      maximumSignificantDigits: 4,
      ...dimension.format,
    });
  if (range) return `${text(range[0])} to ${text(range[1])}`;
  const names = chosen.value.map(
    (position) => dimension.categories?.[position] ?? "",
  );
  if (names.length > 0) return names.join(", ");
  return dimension.categories === undefined
    ? "Drag over the bars"
    : "Click bars, with Ctrl several";
}
