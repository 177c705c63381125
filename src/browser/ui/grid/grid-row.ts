import type { CellValue, GridBlock, PackedColumn, RowKey } from "../../../protocol/grid.ts";

/** A row as the grid has it. */
export interface GridRow {
  readonly id: string;
  readonly key: RowKey;
  values: readonly CellValue[];
  /** What cells show, where that is not their value. */
  texts: readonly (string | undefined)[];
  /** By place: a class and a style. */
  marks: ReadonlyMap<number, readonly [className: string, style: string]>;
  /** Places of cells that cannot be changed though their column can. */
  fixed: ReadonlySet<number>;
}

/** Told apart though one be the number 1 and the other the text "1". */
export const rowId = (key: RowKey): string => JSON.stringify(key);

/** The rows of a block. */
export function rowsOf(block: GridBlock): GridRow[] {
  const columns = block.columns.map(unpacked);
  const shown = new Map((block.shown ?? []).map(([at, texts]) => [at, unpacked(texts)]));
  const marks = byRow((block.marks ?? []).map(([row, at, ...mark]) => [row, [at, mark]] as const));
  const fixed = byRow((block.fixed ?? []).map(([row, at]) => [row, at] as const));
  return block.keys.map((key, row) => ({
    id: rowId(key),
    key,
    values: columns.map((values) => values[row]!),
    texts: columns.map((_, at) => shown.get(at)?.[row] as string | undefined),
    marks: new Map(marks.get(row)),
    fixed: new Set(fixed.get(row)),
  }));
}

const unpacked = (column: PackedColumn): readonly CellValue[] =>
  "of" in column ? column.at.map((at) => column.of[at]!) : column;

function byRow<T>(entries: readonly (readonly [row: number, item: T])[]): Map<number, T[]> {
  const rows = new Map<number, T[]>();
  for (const [row, item] of entries) {
    const list = rows.get(row);
    if (list) list.push(item);
    else rows.set(row, [item]);
  }
  return rows;
}
