import type { Child } from "../../../view/node.ts";
import type { TableState } from "../table-state.ts";

/** As many rows as there is room for, as a rule. */
const MOST = 15;

/** The first rows as they were when the page was painted, until the grid has come: then styles take it out of sight. */
export function Preview<Row extends object>({ table, rows }: { table: TableState<Row>; rows: readonly Row[] }): Child {
  const columns = table.columns.filter(({ name }) => !table.hidden.peek().has(name));
  const hasChoice = table.choice.mode !== "none";
  /** Where no column takes what room is left, nothing does. */
  const hasRest = columns.every(({ given }) => given.width !== undefined);
  const width = (pixels: number | undefined) => (pixels === undefined ? undefined : { width: `${pixels}px` });
  return (
    <div class="tandem-grid-preview">
      <table>
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
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr>
              {hasChoice && <td />}
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
