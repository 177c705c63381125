import { For } from "../../../view/flow/for.ts";
import type { Child } from "../../../view/node.ts";
import { Footer } from "../footer.tsx";
import { InPlaceOfRows } from "../in-place-of-rows.tsx";
import type { TableState } from "../table-state.ts";
import { Toolbar } from "../toolbar.tsx";
import { CellFocus } from "./cell-focus.ts";
import { FilterRow } from "./filter-row.tsx";
import { HeaderRow } from "./header-row.tsx";
import { RowPage } from "./row-page.ts";
import { TableRow } from "./table-row.tsx";

/** A page of rows as a plain table, which needs no script of its own. */
export function PlainTable<Row extends object>({ table }: { table: TableState<Row> }): Child {
  const { props, source } = table;
  const page = new RowPage(table, props.pageSize ?? 25);
  const focus = new CellFocus(page.rows, source.keyOf);
  return (
    <div class={["tandem-table", props.class]} data-disabled={table.disabledMark}>
      <Toolbar table={table} />
      <div class="tandem-table-scroll">
        <table aria-label={props.label} aria-busy={() => page.status.value === "loading"}>
          <thead>
            <HeaderRow table={table} page={page} />
            {props.filters && <FilterRow table={table} />}
          </thead>
          <tbody>
            <For each={page.rows} key={source.keyOf}>
              {(row) => <TableRow table={table} row={row} focus={focus} />}
            </For>
          </tbody>
        </table>
        <InPlaceOfRows
          table={table}
          status={page.status}
          hasRows={() => page.rows.value.length > 0}
          reload={() => page.reload()}
        />
      </div>
      <Footer table={table} page={page} />
    </div>
  );
}
