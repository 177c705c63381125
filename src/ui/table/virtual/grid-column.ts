import type { GridColumn } from "../../../protocol/grid.ts";
import type { TableColumn } from "../table-column.ts";

/** Where it stands, which people may change. */
interface Place {
  readonly isHidden: boolean;
  readonly pinned: "start" | "end" | undefined;
}

/** A column as the page's grid is told of it. */
export function gridColumn<Row>(column: TableColumn<Row>, { isHidden, pinned }: Place): GridColumn {
  const { name, title, type, align, options, rules, given } = column;
  const { min, max, step, maxLength, required } = rules;
  const told: { [Key in keyof GridColumn]: GridColumn[Key] | undefined } = {
    name,
    title,
    type,
    align,
    width: given.width,
    pinned,
    hidden: isHidden || undefined,
    editable: (column.canBeEdited && column.render === undefined) || undefined,
    sortable: column.sortable || undefined,
    filterable: column.filterable || undefined,
    options: options.length > 0 ? options : undefined,
    min,
    max,
    step,
    maxLength,
    required,
    rendered: column.render !== undefined || undefined,
  };
  return told as GridColumn;
}
