import type { ReadonlySignal } from "../../../reactive/signal.ts";
import { For } from "../../../view/flow/for.ts";
import type { Child } from "../../../view/node.ts";
import type { TableColumn } from "../table-column.ts";
import type { TableState } from "../table-state.ts";
import { tellChoice } from "../tell-choice.ts";
import type { CellFocus } from "./cell-focus.ts";
import { CellEditor } from "./cell-editor.tsx";
import { pinnedCell } from "./pinned-cell.ts";
import { rowName } from "./row-name.ts";

interface RowProps<Row extends object> {
  table: TableState<Row>;
  row: ReadonlySignal<Row>;
  focus: CellFocus<Row>;
}

export function TableRow<Row extends object>(props: RowProps<Row>): Child {
  const { table, row } = props;
  const { choice, source } = table;
  const key = source.keyOf(row.peek());
  const isChosen = () => choice.selected.value.includes(key);
  const picker = {
    "aria-label": () => `Choose ${rowName(table, row.value)}`,
    disabled: table.props.disabled,
    checked: isChosen,
    onChange: ({ checked }: { checked: boolean }) =>
      tellChoice(checked ? choice.change([key]) : choice.change([], [key])),
  };
  return (
    <tr data-chosen={() => (isChosen() ? "" : null)}>
      {choice.mode !== "none" && (
        <td class="tandem-table-pick">
          {choice.mode === "row" ? (
            <input type="radio" name={table.id} value="on" {...picker} />
          ) : (
            <input type="checkbox" {...picker} />
          )}
        </td>
      )}
      <For each={table.shownColumns}>{(column) => <Cell {...props} column={column} />}</For>
    </tr>
  );
}

function Cell<Row extends object>(props: RowProps<Row> & { column: TableColumn<Row> }): Child {
  const { table, row, column } = props;
  const className = () => [`tandem-table-${column.align}`, column.look(row.value)?.class];
  const pinned = pinnedCell(table, column);
  const style = () => [pinned.style(), column.look(row.value)?.style];
  const content = column.render?.(row) ?? <>{() => cellContent(props)}</>;
  if (column === table.columns[0] && !column.canBeEdited) {
    return (
      <th scope="row" class={className} style={style} data-pinned={pinned.side}>
        {content}
      </th>
    );
  }
  return (
    <td class={className} style={style} data-pinned={pinned.side}>
      {content}
    </td>
  );
}

function cellContent<Row extends object>(props: RowProps<Row> & { column: TableColumn<Row> }): Child {
  const { row, column } = props;
  if (column.canBeEdited && column.isEditable(row.value)) return <CellEditor {...props} />;
  if (column.type !== "boolean" || column.isFormatted) return <>{() => column.text(row.value)}</>;
  return <span class="tandem-table-flag">{() => column.text(row.value)}</span>;
}
