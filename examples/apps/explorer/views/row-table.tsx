import { DataTable } from "tandem/ui";
import type { Column } from "../data/column.ts";
import { isNumeric, textAt } from "../data/frame.ts";
import { columnId, type SessionData } from "../session-data.ts";

/** More is cut: a cell is no place to read a book. */
const LONGEST = 200;

/** The rows that pass, however many; a column's name sorts by it. */
export function RowTable({ data }: { data: SessionData }) {
  return (
    <DataTable
      virtual
      label="Rows"
      rows={data.source}
      sort={data.sort}
      columnMenu
      height="min(70vh, 44rem)"
      empty="No row passes all filters."
      columns={data.frame.columns.map((column, place) => ({
        id: columnId(place),
        title: column.name,
        value: ({ row }: { row: number }) =>
          textAt(column, row).slice(0, LONGEST),
        width: widthOf(column),
        align: isNumeric(column) ? "end" : "start",
        filterable: false,
      }))}
    />
  );
}

/** In pixels, by the name and by rows from all over the file. */
function widthOf(column: Column): number {
  const step = Math.max(1, Math.floor(column.length / 200));
  const lengths = Array.from(
    { length: Math.min(200, column.length) },
    (_, at) => textAt(column, at * step).length,
  );
  const signs = Math.max(column.name.length + 4, ...lengths);
  return Math.min(340, Math.max(80, signs * 8 + 28));
}
