import type { ColumnFilter } from "../../../protocol/grid.ts";
import { For } from "../../../view/flow/for.ts";
import type { Child } from "../../../view/node.ts";
import { filterOf } from "../filtering.ts";
import { Popover } from "../popover.tsx";
import type { TableColumn } from "../table-column.ts";
import type { TableState } from "../table-state.ts";
import { pinnedCell } from "./pinned-cell.ts";

const PAUSE = 200;

interface FilterProps<Row extends object> {
  table: TableState<Row>;
  column: TableColumn<Row>;
}

/** Below the header: for each column what its cells must be. */
export function FilterRow<Row extends object>({ table }: { table: TableState<Row> }): Child {
  return (
    <tr class="tandem-table-filters">
      {table.choice.mode !== "none" && <td />}
      <For each={table.shownColumns}>{(column) => <FilterCell table={table} column={column} />}</For>
    </tr>
  );
}

function FilterCell<Row extends object>(props: FilterProps<Row>): Child {
  const pinned = pinnedCell(props.table, props.column);
  return (
    <td data-pinned={pinned.side} style={pinned.style}>
      {props.column.filterable && <Filter {...props} />}
    </td>
  );
}

function Filter<Row extends object>(props: FilterProps<Row>): Child {
  switch (props.column.type) {
    case "text":
      return <TextFilter {...props} />;
    case "boolean":
      return <BooleanFilter {...props} />;
    case "select":
      return <ChoiceFilter {...props} />;
    case "number":
      return <NumberFilter {...props} />;
    case "date":
      return <DateFilter {...props} />;
  }
}

const shownFilter = <Row extends object>({ table, column }: FilterProps<Row>): ColumnFilter | undefined =>
  filterOf(table.wanted.value.filter, column.name);

function TextFilter<Row extends object>(props: FilterProps<Row>): Child {
  const { table, column } = props;
  return (
    <input
      type="search"
      class="tandem-table-filter"
      aria-label={`Filter by ${column.title}`}
      disabled={table.props.disabled}
      value={() => (shownFilter(props) as string | undefined) ?? ""}
      onInput={{ debounce: PAUSE, handler: ({ value }) => table.filterBy(column, value) }}
    />
  );
}

function BooleanFilter<Row extends object>(props: FilterProps<Row>): Child {
  const { table, column } = props;
  const shown = () => {
    const filter = shownFilter(props);
    return filter === undefined ? "" : filter ? "yes" : "no";
  };
  return (
    <select
      class="tandem-table-filter"
      aria-label={`Filter by ${column.title}`}
      disabled={table.props.disabled}
      value={shown}
      onChange={({ value }) => table.filterBy(column, value === "" ? undefined : value === "yes")}
    >
      <option value="">All</option>
      <option value="yes">Yes</option>
      <option value="no">No</option>
    </select>
  );
}

/** From and to, either of which may be open. */
function rangeOf<Row extends object>({ table, column }: FilterProps<Row>) {
  const bounds = () => (shownFilter({ table, column }) as readonly [unknown, unknown] | undefined) ?? [null, null];
  const set = (at: 0 | 1, bound: unknown) => {
    const range = [...((filterOf(table.wanted.peek().filter, column.name) as unknown[] | undefined) ?? [null, null])];
    range[at] = bound;
    table.filterBy(column, range);
  };
  const props = (at: 0 | 1, name: string) => ({
    class: "tandem-table-filter",
    "aria-label": `${column.title}: ${name}`,
    disabled: table.props.disabled,
    value: () => String(bounds()[at] ?? ""),
  });
  return { bounds, set, props };
}

function NumberFilter<Row extends object>(filter: FilterProps<Row>): Child {
  const { set, props } = rangeOf(filter);
  const bound = (at: 0 | 1, name: string) => (
    <input
      {...props(at, name)}
      type="number"
      placeholder={name}
      onInput={{ debounce: PAUSE, handler: ({ number }) => set(at, number) }}
    />
  );
  return (
    <span class="tandem-table-range">
      {bound(0, "min")}
      {bound(1, "max")}
    </span>
  );
}

/** Dates need more room than a column has. */
function DateFilter<Row extends object>(filter: FilterProps<Row>): Child {
  const { bounds, set, props } = rangeOf(filter);
  const bound = (at: 0 | 1, name: string) => (
    <label class="tandem-table-choice">
      {name}
      <input {...props(at, name)} type="date" onChange={({ value }) => set(at, value === "" ? null : value)} />
    </label>
  );
  const text = () => {
    const [from, to] = bounds().map((value) => (value === null ? "" : String(value)));
    return !from && !to ? "All" : !to ? `From ${from}` : !from ? `To ${to}` : `${from} – ${to}`;
  };
  return (
    <Popover label={`Filter by ${filter.column.title}`} text={text} class="tandem-table-filter">
      {bound(0, "From")}
      {bound(1, "To")}
    </Popover>
  );
}

/** Any of the options. */
function ChoiceFilter<Row extends object>(props: FilterProps<Row>): Child {
  const { table, column } = props;
  const chosen = () => (shownFilter(props) as { in: readonly unknown[] } | undefined)?.in ?? [];
  const text = () => {
    const labels = column.options.filter(({ value }) => chosen().includes(value)).map(({ label }) => label);
    return labels.length === 0
      ? "All"
      : labels.length === 1
        ? labels[0]!
        : `${labels.length} of ${column.options.length}`;
  };
  const set = (value: unknown, isChosen: boolean) => {
    const before = (table.wanted.peek().filter[column.name] as { in: readonly unknown[] } | undefined)?.in ?? [];
    const others = before.filter((other) => other !== value);
    table.filterBy(column, { in: isChosen ? [...others, value] : others });
  };
  return (
    <Popover label={`Filter by ${column.title}`} text={text} class="tandem-table-filter">
      {column.options.map(({ value, label }) => (
        <label class="tandem-table-choice">
          <input
            type="checkbox"
            checked={() => chosen().includes(value)}
            disabled={table.props.disabled}
            onChange={({ checked }) => set(value, checked)}
          />
          {label}
        </label>
      ))}
    </Popover>
  );
}
