import { dropWhileBusy } from "../../reactive/order.ts";
import { UserFacingError } from "../../session/error-report.ts";
import { currentSession } from "../../session/current.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { csvOf } from "./csv.ts";
import type { TableState } from "./table-state.ts";

/** The bar above a table: what can be done with it as a whole. */
export function Toolbar<Row extends object>({ table }: { table: TableState<Row> }): Child {
  const { props } = table;
  const { onAdd, onDelete, exportName, tools, columnMenu } = props;
  const isUndoing = table.canBeEdited;
  if (![onAdd, onDelete, exportName, columnMenu].some(Boolean) && tools === undefined && !isUndoing) return null;
  return (
    <div class="tandem-table-tools" role="toolbar" aria-label={`Tools for ${props.label}`}>
      {tools}
      {onAdd && (
        <ToolButton table={table} onClick={() => addRow(table)}>
          Add row
        </ToolButton>
      )}
      {onDelete && <DeleteButton table={table} />}
      {isUndoing && <UndoButton table={table} />}
      {columnMenu && <ColumnMenu table={table} />}
      {exportName && (
        <ToolButton table={table} onClick={() => exportRows(table)}>
          Export
        </ToolButton>
      )}
    </div>
  );
}

interface ToolButtonProps<Row extends object> {
  table: TableState<Row>;
  onClick: () => unknown;
  children: Child;
}

function ToolButton<Row extends object>({ table, onClick, children }: ToolButtonProps<Row>): Child {
  return (
    <button
      type="button"
      class="tandem-button tandem-tone-neutral"
      data-appearance="outlined"
      data-size="small"
      disabled={table.props.disabled}
      onClick={dropWhileBusy(onClick)}
    >
      {children}
    </button>
  );
}

function DeleteButton<Row extends object>({ table }: { table: TableState<Row> }): Child {
  const { selected } = table.choice;
  return (
    <Show when={() => selected.value.length > 0}>
      <ToolButton table={table} onClick={() => deleteRows(table)}>
        Delete {() => rowCount(selected.value.length)}
      </ToolButton>
    </Show>
  );
}

function UndoButton<Row extends object>({ table }: { table: TableState<Row> }): Child {
  return (
    <Show when={() => table.edits.undoable.value > 0}>
      <ToolButton table={table} onClick={() => undo(table)}>
        Undo
      </ToolButton>
    </Show>
  );
}

async function undo<Row extends object>(table: TableState<Row>): Promise<void> {
  const undone = await table.edits.undo();
  const problem = undone?.results.find((result) => result !== null);
  if (problem) currentSession().notify(`Not all could be undone. ${problem}`, { kind: "warning" });
}

async function addRow<Row extends object>(table: TableState<Row>): Promise<void> {
  const row = await orNotice(() => table.props.onAdd!());
  if (row !== undefined) table.rows.add(row);
}

async function deleteRows<Row extends object>(table: TableState<Row>): Promise<void> {
  const keys = table.choice.selected.peek();
  if (keys.length === 0) return;
  const isSure = await currentSession().showYesNoDialog(`Delete ${rowCount(keys.length)}?`, {
    yesText: "Delete",
    noText: "Keep",
    yesColor: "danger",
  });
  if (!isSure) return;
  await orNotice(async () => {
    await table.props.onDelete!(keys);
    table.rows.remove(keys);
  });
}

/** What the app refuses is told to the person; all else is an error as any. */
async function orNotice<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    currentSession().notify(error.message, { kind: "error" });
    return undefined;
  }
}

function exportRows<Row extends object>(table: TableState<Row>): void {
  const wanted = table.wanted.peek();
  const columns = table.columns.filter(({ name }) => !table.hidden.peek().has(name));
  currentSession().saveFile(() => csvOf(columns, table.source, wanted), table.props.exportName!, {
    mediaType: "text/csv",
  });
}

const rowCount = (count: number): string => (count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`);
