import { needPart } from "../../../session/parts.ts";
import type { Child } from "../../../view/node.ts";
import { ref } from "../../../view/ref.ts";
import { Footer } from "../footer.tsx";
import { InPlaceOfRows } from "../in-place-of-rows.tsx";
import type { TableState } from "../table-state.ts";
import { Toolbar } from "../toolbar.tsx";
import { GridServer } from "./grid-server.ts";
import { Preview, PREVIEWED, RenderedPreview } from "./preview.tsx";

/** Rows whose cells are rendered before a page says what it looks at: a screen, and what a grid has ready below it. */
const RENDERED_FIRST = 40;

/** Rows to scroll through, however many, in a grid that has those in sight. */
export function VirtualTable<Row extends object>({ table }: { table: TableState<Row> }): Child {
  needPart("grid");
  const { props } = table;
  const grid = ref();
  const server = new GridServer(table, grid);
  const first = server.first();
  const rows = first?.rows ?? [];
  server.rendered?.begin(rows.slice(0, RENDERED_FIRST), PREVIEWED);
  return (
    <div class={["tandem-table", props.class]} data-disabled={table.disabledMark}>
      <Toolbar table={table} />
      <div class="tandem-grid-place">
        <tandem-grid
          ref={grid}
          style={{ "block-size": props.height ?? "30rem" }}
          config={server.config}
          state={server.state}
          first={first?.block}
          data-disabled={table.disabledMark}
        />
        {server.rendered ? (
          <RenderedPreview table={table} rows={rows} rendered={server.rendered} />
        ) : (
          first && <Preview table={table} rows={rows} />
        )}
        <div class="tandem-grid-over">
          <InPlaceOfRows table={table} status={server.status} hasRows={() => true} reload={() => server.reload()} />
        </div>
      </div>
      <Footer table={table} />
    </div>
  );
}
