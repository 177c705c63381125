import type { CellValue, SortBy } from "../../protocol/grid.ts";
import type { TableColumn } from "./table-column.ts";

const collator = new Intl.Collator();

/** Empty cells come last, whichever way the others go. */
function compareValues(a: CellValue, b: CellValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return collator.compare(a, b);
  return Number(a) - Number(b);
}

export type Compare<Row> = (a: Row, b: Row) => number;

/** The order of rows; `undefined` where they stay as they are. */
export function rowOrder<Row>(columns: readonly TableColumn<Row>[], sort: readonly SortBy[]): Compare<Row> | undefined {
  const orders = sort.flatMap(({ column: name, descending = false }) => {
    const column = columns.find((each) => each.name === name);
    return column === undefined ? [] : [columnOrder(column, descending)];
  });
  if (orders.length === 0) return undefined;
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function columnOrder<Row>(column: TableColumn<Row>, descending: boolean): Compare<Row> {
  const sign = descending ? -1 : 1;
  const byLabel = column.type === "select" && column.options.length > 0;
  const read = byLabel
    ? (row: Row) => (column.value(row) === null ? null : column.text(row))
    : column.value.bind(column);
  return (a, b) => {
    const [x, y] = [read(a), read(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * compareValues(x, y);
  };
}

/** What a client sent, if it is a sort by columns that can be; else `null`. */
export function strictSort<Row>(columns: readonly TableColumn<Row>[], sort: unknown): readonly SortBy[] | null {
  if (!Array.isArray(sort) || sort.length > columns.length) return null;
  const kept: SortBy[] = [];
  for (const entry of sort as readonly Partial<SortBy>[]) {
    const column = columns.find(({ name }) => name === entry?.column);
    if (column === undefined || !column.sortable) return null;
    if (kept.some((other) => other.column === column.name)) return null;
    kept.push(entry.descending === true ? { column: column.name, descending: true } : { column: column.name });
  }
  return kept;
}

/** What the app says, without columns that are gone. */
export const knownSort = <Row>(columns: readonly TableColumn<Row>[], sort: readonly SortBy[]): readonly SortBy[] =>
  sort.filter(({ column }) => columns.some(({ name }) => name === column));

/**
 * The sort after a press on a column's header: ascending, descending, and as it was; several columns with `isMore`
 * (Shift).
 */
export function nextSort<Row>(
  sort: readonly SortBy[],
  { name }: Pick<TableColumn<Row>, "name">,
  { isMore }: { isMore: boolean },
): readonly SortBy[] {
  const now = sort.find(({ column }) => column === name);
  const next: SortBy[] =
    now === undefined ? [{ column: name }] : now.descending ? [] : [{ column: name, descending: true }];
  if (!isMore) return next;
  if (now === undefined) return [...sort, ...next];
  return sort.flatMap((entry) => (entry === now ? next : [entry]));
}
