import { untracked } from "../../../reactive/graph.ts";
import type { ReadonlySignal } from "../../../reactive/signal.ts";
import { For } from "../../../view/flow/for.ts";
import type { Child } from "../../../view/node.ts";
import type { TableColumn } from "../table-column.ts";
import type { TableState } from "../table-state.ts";
import type { RenderedRows } from "./rendered-rows.ts";

/** As many rows as there is room for, as a rule. */
export const PREVIEWED = 15;

interface PreviewProps<Row extends object> {
  table: TableState<Row>;
  /** The first there are. */
  rows: readonly Row[];
}

/** The first rows as they were when the page was painted, until the grid has come: then styles take it out of sight. */
export function Preview<Row extends object>({ table, rows }: PreviewProps<Row>): Child {
  const columns = untracked(table.shownColumns);
  return (
    <div class="tandem-grid-preview">
      <table>
        <Head table={table} columns={columns} />
        <tbody>
          {rows.slice(0, PREVIEWED).map((row) => (
            <tr>
              {table.choice.mode !== "none" && <td />}
              {columns.map((column) => (
                <td class={`tandem-table-${column.align}`}>{column.text(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * The same where columns render: it is also where their cells are built. The grid borrows the element in each of them
 * for as long as it shows the cell; the cell itself stays here, so that what is built and what goes is the server's
 * business as anywhere.
 */
export function RenderedPreview<Row extends object>(props: PreviewProps<Row> & { rendered: RenderedRows<Row> }): Child {
  const { table, rows, rendered } = props;
  const { source } = table;
  const previewed = new Set(rows.slice(0, PREVIEWED).map(source.keyOf));
  return (
    <tandem-grid-cells class="tandem-grid-preview">
      <table>
        <Head table={table} columns={untracked(table.shownColumns)} />
        <tbody>
          <For each={rendered.rows} key={source.keyOf}>
            {(row) => <RenderedRow table={table} row={row} isPreviewed={previewed.has(source.keyOf(row.peek()))} />}
          </For>
        </tbody>
      </table>
    </tandem-grid-cells>
  );
}

interface RowProps<Row extends object> {
  table: TableState<Row>;
  row: ReadonlySignal<Row>;
  /** Whether it is seen before the grid has come, and so has all of its cells. */
  isPreviewed: boolean;
}

function RenderedRow<Row extends object>({ table, row, isPreviewed }: RowProps<Row>): Child {
  const columns = () => table.shownColumns().filter(({ render }) => isPreviewed || render !== undefined);
  return (
    <tr data-key={JSON.stringify(table.source.keyOf(row.peek()))} hidden={!isPreviewed}>
      {isPreviewed && table.choice.mode !== "none" && <td />}
      <For each={columns}>
        {(column) =>
          column.render === undefined ? (
            <td class={`tandem-table-${column.align}`}>{column.text(row.peek())}</td>
          ) : (
            <td class={`tandem-table-${column.align}`} data-column={column.name}>
              <div class="tandem-grid-content">{column.render(row)}</div>
            </td>
          )
        }
      </For>
    </tr>
  );
}

interface HeadProps<Row extends object> {
  table: TableState<Row>;
  columns: readonly TableColumn<Row>[];
}

function Head<Row extends object>({ table, columns }: HeadProps<Row>): Child {
  const hasChoice = table.choice.mode !== "none";
  /** Where no column takes what room is left, nothing does. */
  const hasRest = columns.every(({ given }) => given.width !== undefined);
  const width = (pixels: number | undefined) => (pixels === undefined ? undefined : { width: `${pixels}px` });
  return (
    <thead>
      <tr>
        {hasChoice && <td style={width(50)} />}
        {columns.map(({ title, align, given }) => (
          <th scope="col" class={`tandem-table-${align}`} style={width(given.width)}>
            {title}
          </th>
        ))}
        {hasRest && <td />}
      </tr>
      {table.props.filters && (
        <tr class="tandem-table-filters">
          <td colspan={columns.length + Number(hasChoice) + Number(hasRest)} />
        </tr>
      )}
    </thead>
  );
}
