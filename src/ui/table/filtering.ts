import { GRID_LIMITS, type CellValue, type ColumnFilter, type Filters } from "../../protocol/grid.ts";
import type { TableColumn } from "./table-column.ts";

type Test = (value: CellValue) => boolean;

/** A filter as the table works with it; `undefined` for one that lets all pass, `null` for one that is none. */
export function checkedFilter<Row>(column: TableColumn<Row>, filter: unknown): ColumnFilter | undefined | null {
  switch (column.type) {
    case "text":
      if (typeof filter !== "string" || filter.length > GRID_LIMITS.text) return null;
      return filter === "" ? undefined : filter;
    case "boolean":
      return typeof filter === "boolean" ? filter : null;
    case "number":
      return checkedRange(filter, (bound) => typeof bound === "number" && Number.isFinite(bound));
    case "date":
      return checkedRange(filter, (bound) => typeof bound === "string" && bound.length <= 32);
    case "select":
      return checkedChoice(column, filter);
  }
}

function checkedRange(filter: unknown, isBound: (bound: unknown) => boolean): ColumnFilter | undefined | null {
  if (!Array.isArray(filter) || filter.length !== 2) return null;
  if (!filter.every((bound) => bound === null || isBound(bound))) return null;
  const [from, to] = filter as [number | null, number | null];
  return from === null && to === null ? undefined : [from, to];
}

function checkedChoice<Row>({ options }: TableColumn<Row>, filter: unknown): ColumnFilter | undefined | null {
  const chosen: unknown = (filter as { in?: unknown } | null)?.in;
  if (!Array.isArray(chosen) || chosen.length > options.length) return null;
  const known = options.map(({ value }) => value);
  if (!chosen.every((value) => known.includes(value as CellValue))) return null;
  return chosen.length === 0 ? undefined : { in: chosen as CellValue[] };
}

/** What is asked of one column; a column may be called `constructor`. */
export const filterOf = (filters: Filters, name: string): ColumnFilter | undefined =>
  Object.hasOwn(filters, name) ? filters[name] : undefined;

/** What of `filters` these columns have; `null` if anything is not as it must be, for what a client sent. */
export function strictFilters<Row>(columns: readonly TableColumn<Row>[], filters: unknown): Filters | null {
  if (typeof filters !== "object" || filters === null || Array.isArray(filters)) return null;
  const kept: Record<string, ColumnFilter> = {};
  for (const [name, filter] of Object.entries(filters)) {
    const column = columns.find((each) => each.name === name);
    if (column === undefined || !column.filterable) return null;
    const checked = checkedFilter(column, filter);
    if (checked === null) return null;
    if (checked !== undefined) kept[name] = checked;
  }
  return kept;
}

/** The same for what the app says: what does not fit, as of a column that is gone, is left out. */
export function knownFilters<Row>(columns: readonly TableColumn<Row>[], filters: Filters): Filters {
  const kept: Record<string, ColumnFilter> = {};
  for (const column of columns) {
    const filter = filterOf(filters, column.name);
    const checked = filter === undefined ? undefined : checkedFilter(column, filter);
    if (checked !== undefined && checked !== null) kept[column.name] = checked;
  }
  return kept;
}

/** Whether a row passes all filters. */
export function rowTest<Row>(columns: readonly TableColumn<Row>[], filters: Filters): (row: Row) => boolean {
  const tests = columns.flatMap((column) => {
    const filter = filterOf(filters, column.name);
    return filter === undefined ? [] : [{ column, passes: cellTest(filter) }];
  });
  return (row) => tests.every(({ column, passes }) => passes(column.value(row)));
}

function cellTest(filter: ColumnFilter): Test {
  if (typeof filter === "string") return partTest(filter);
  if (typeof filter === "boolean") return (value) => Boolean(value) === filter;
  if ("in" in filter) return (value) => filter.in.includes(value);
  const [from, to] = filter;
  return (value) => value !== null && (from === null || value >= from) && (to === null || value <= to);
}

function partTest(part: string): Test {
  const wanted = part.toLowerCase();
  return (value) => value !== null && String(value).toLowerCase().includes(wanted);
}
