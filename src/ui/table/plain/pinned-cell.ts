import type { TableColumn } from "../table-column.ts";
import type { TableState } from "../table-state.ts";

/** Of a column that is kept in sight and has no width of its own: those behind it must know where it ends. */
const WIDTH = 160;

/** What a cell of a column has so that it stays in sight, if it is to; live. */
export function pinnedCell<Row extends object>(table: TableState<Row>, column: TableColumn<Row>) {
  const side = () => table.pinned.value.get(column.name);
  const style = (): Readonly<Record<string, string>> => {
    const width = column.given.width ?? (side() === undefined ? undefined : WIDTH);
    return {
      ...(width === undefined ? {} : { width: `${width}px`, "min-width": `${width}px` }),
      ...(side() === undefined ? {} : { [`inset-inline-${side()}`]: `${roomBefore(table, column)}px` }),
    };
  };
  return { side: () => side() ?? null, style };
}

/** The width of the columns between it and its side that stay in sight, too. */
function roomBefore<Row extends object>(table: TableState<Row>, column: TableColumn<Row>): number {
  const side = table.pinned.value.get(column.name);
  const alike = table.shownColumns().filter(({ name }) => table.pinned.value.get(name) === side);
  const at = alike.indexOf(column);
  const between = side === "end" ? alike.slice(at + 1) : alike.slice(0, at);
  return between.reduce((sum, { given }) => sum + (given.width ?? WIDTH), 0);
}
