import type { Child } from "../../view/node.ts";
import { Icon } from "../icons/icon.tsx";
import { Popover } from "./popover.tsx";
import type { TableColumn } from "./table-column.ts";
import type { TableState } from "./table-state.ts";

/** Which columns are shown, of which there is always one, and which stay in sight. */
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

function pin<Row extends object>({ pinned }: TableState<Row>, { name, given }: TableColumn<Row>): void {
  const pins = new Map(pinned.peek());
  if (!pins.delete(name)) pins.set(name, given.pinned ?? "start");
  pinned.value = pins;
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
    <div class="tandem-table-line">
      <label class="tandem-table-choice">
        <input
          type="checkbox"
          checked={() => !hidden.value.has(column.name)}
          disabled={isOnly}
          onChange={({ checked }) => show(checked)}
        />
        {column.title}
      </label>
      <button
        type="button"
        class="tandem-table-pin"
        aria-label={`Keep ${column.title} in sight`}
        aria-pressed={() => (table.pinned.value.has(column.name) ? "true" : "false")}
        onClick={() => pin(table, column)}
      >
        <Icon name={() => (table.pinned.value.has(column.name) ? "pin-fill" : "pin")} />
      </button>
    </div>
  );
}
