import type { CellMark, CellValue, GridBlock, PackedColumn } from "../../../protocol/grid.ts";
import type { RowSource } from "../row-source.ts";
import type { TableColumn } from "../table-column.ts";

interface BlockFacts {
  readonly data: number;
  readonly from: number;
  readonly total: number;
}

/** Rows as they go to a page: a list for each column, as what stands in one is much alike. */
export function gridBlock<Row>(
  columns: readonly TableColumn<Row>[],
  { keyOf }: Pick<RowSource<Row>, "keyOf">,
  rows: readonly Row[],
  facts: BlockFacts,
): GridBlock {
  const shown = columns.flatMap((column, at) =>
    column.isFormatted ? [[at, packed(rows.map((row) => column.text(row)))] as const] : [],
  );
  const marks = rows.flatMap((row, at) => marksOf(columns, row, at));
  const fixed = rows.flatMap((row, at) =>
    columns.flatMap((column, place) => (column.canBeEdited && !column.isEditable(row) ? [[at, place] as const] : [])),
  );
  return {
    ...facts,
    keys: rows.map(keyOf),
    columns: columns.map((column) => packed(rows.map((row) => column.value(row)))),
    ...(shown.length > 0 ? { shown } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(fixed.length > 0 ? { fixed } : {}),
  };
}

const marksOf = <Row>(columns: readonly TableColumn<Row>[], row: Row, at: number): CellMark[] =>
  columns.flatMap((column, place) => {
    const mark = column.mark(row);
    return mark === undefined ? [] : [[at, place, ...mark]];
  });

/** Where at most half of the texts are different, each of those once. */
export function packed(values: readonly CellValue[]): PackedColumn {
  if (typeof values[0] !== "string") return values;
  const places = new Map<CellValue, number>();
  for (const value of values) {
    if (!places.has(value)) places.set(value, places.size);
    if (places.size * 2 > values.length) return values;
  }
  return { of: [...places.keys()], at: values.map((value) => places.get(value)!) };
}
