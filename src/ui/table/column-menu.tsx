import type { Child } from "../../view/node.ts";
import { Popover } from "./popover.tsx";
import type { TableColumn } from "./table-column.ts";
import type { TableState } from "./table-state.ts";

/** Which columns are shown. At least one is. */
export function ColumnMenu<Row extends object>({ table }: { table: TableState<Row> }): Child {
  const choices = table.columns.filter(({ title }) => title !== "");
  return (
    <Popover label="Choose" text={() => "Columns"} class="tandem-button tandem-tone-neutral tandem-table-tool">
      {choices.map((column) => (
        <ColumnChoice table={table} column={column} />
      ))}
    </Popover>
  );
}

function ColumnChoice<Row extends object>({
  table,
  column,
}: {
  table: TableState<Row>;
  column: TableColumn<Row>;
}): Child {
  const { hidden } = table;
  const isOnly = () => !hidden.value.has(column.name) && table.shownColumns().length === 1;
  const show = (isShown: boolean) => {
    const names = new Set(hidden.peek());
    if (isShown) names.delete(column.name);
    else names.add(column.name);
    if (names.size < table.columns.length) hidden.value = names;
  };
  return (
    <label class="tandem-table-choice">
      <input
        type="checkbox"
        checked={() => !hidden.value.has(column.name)}
        disabled={isOnly}
        onChange={({ checked }) => show(checked)}
      />
      {column.title}
    </label>
  );
}
