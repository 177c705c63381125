import type { GridColumn } from "../../../protocol/grid.ts";
import type { TableColumn } from "../table-column.ts";

/** A column as the page's grid is told of it. */
export function gridColumn<Row>(column: TableColumn<Row>, hidden: ReadonlySet<string>): GridColumn {
  const { name, title, type, align, options, rules, given } = column;
  const { min, max, step, maxLength, required } = rules;
  const told: { [Key in keyof GridColumn]: GridColumn[Key] | undefined } = {
    name,
    title,
    type,
    align,
    width: given.width,
    pinned: given.pinned,
    hidden: hidden.has(name) || undefined,
    editable: column.canBeEdited || undefined,
    sortable: column.sortable || undefined,
    filterable: column.filterable || undefined,
    options: options.length > 0 ? options : undefined,
    min,
    max,
    step,
    maxLength,
    required,
  };
  return told as GridColumn;
}
