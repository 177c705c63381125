import { For } from "../../../view/flow/for.ts";
import type { Child } from "../../../view/node.ts";
import type { TableColumn } from "../table-column.ts";
import type { TableState } from "../table-state.ts";
import { tellChoice } from "../tell-choice.ts";
import { pinnedCell } from "./pinned-cell.ts";
import type { RowPage } from "./row-page.ts";

export function HeaderRow<Row extends object>({ table, page }: { table: TableState<Row>; page: RowPage<Row> }): Child {
  return (
    <tr>
      {table.choice.mode !== "none" && <ChoiceHeader table={table} page={page} />}
      <For each={table.shownColumns}>{(column) => <Header table={table} column={column} />}</For>
    </tr>
  );
}

interface HeaderProps<Row extends object> {
  table: TableState<Row>;
  column: TableColumn<Row>;
}

function Header<Row extends object>({ table, column }: HeaderProps<Row>): Child {
  const { title, align } = column;
  const pinned = pinnedCell(table, column);
  const place = () => table.wanted.value.sort.findIndex((entry) => entry.column === column.name);
  const direction = () => {
    const entry = table.wanted.value.sort[place()];
    return entry === undefined ? "none" : entry.descending ? "descending" : "ascending";
  };
  /** Of several, which goes first. */
  const rank = () => (table.wanted.value.sort.length > 1 && place() >= 0 ? String(place() + 1) : "");
  return (
    <th
      scope="col"
      class={`tandem-table-${align}`}
      data-pinned={pinned.side}
      style={pinned.style}
      aria-sort={column.sortable ? direction : undefined}
    >
      {column.sortable ? (
        <button
          type="button"
          class="tandem-table-sort"
          data-sort={direction}
          disabled={table.props.disabled}
          onClick={({ shiftKey }) => table.sortBy(column, { isMore: shiftKey })}
        >
          {title}
          <span class="tandem-table-arrow" aria-hidden="true">
            {rank}
          </span>
        </button>
      ) : (
        title || <span class="tandem-unseen">Actions</span>
      )}
    </th>
  );
}

/** Chooses all rows of the page. */
function ChoiceHeader<Row extends object>({ table, page }: { table: TableState<Row>; page: RowPage<Row> }): Child {
  const { choice, source } = table;
  if (choice.mode === "row") {
    return (
      <th scope="col" class="tandem-table-pick">
        <span class="tandem-unseen">Chosen</span>
      </th>
    );
  }
  const keys = () => page.rows.value.map(source.keyOf);
  const chosen = () => keys().filter((key) => choice.selected.value.includes(key)).length;
  const chooseAll = (isChosen: boolean) => {
    const shown = page.rows.peek().map(source.keyOf);
    tellChoice(isChosen ? choice.change(shown) : choice.change([], shown));
  };
  return (
    <th scope="col" class="tandem-table-pick">
      <input
        type="checkbox"
        aria-label="Choose all rows on this page"
        disabled={table.props.disabled}
        checked={() => chosen() > 0 && chosen() === keys().length}
        indeterminate={() => chosen() > 0 && chosen() < keys().length}
        onChange={({ checked }) => chooseAll(checked)}
      />
    </th>
  );
}
