import { needPart } from "../../session/parts.ts";
import type { Child } from "../../view/node.ts";
import { PlainTable } from "./plain/plain-table.tsx";
import type { DataTableProps } from "./table-props.ts";
import { TableState } from "./table-state.ts";
import { VirtualTable } from "./virtual/virtual-table.tsx";

/**
 * A table of data: sorted, filtered, chosen from and edited by people, all of it checked on the server.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { DataTable } from "tandem/ui";
 *
 * interface Bike { id: number; model: string; price: number; sold: string | null }
 *
 * const bikes = signal<readonly Bike[]>([{ id: 1, model: "Roadster", price: 1_250, sold: null }]);
 *
 * export default () => (
 *   <DataTable
 *     label="Bikes"
 *     rows={bikes}
 *     filters
 *     columns={[
 *       { key: "model", editable: true, required: true, maxLength: 40 },
 *       { key: "price", type: "number", editable: true, min: 0, format: (price) => `€ ${price}` },
 *       { key: "sold", type: "date", editable: ({ price }) => price > 0 },
 *     ]}
 *   />
 * );
 * ```
 *
 * Without more it shows a page of rows at a time, as plain HTML. With `virtual` it scrolls through any number of them: a
 * grid that is loaded when first needed, and has the rows in sight. Everything else is the same for both. Throws a
 * `TandemError` for columns (`ui/bad-column`), rows (`ui/bad-rows`) and keys (`ui/bad-row-key`) that are none. From
 * Shiny's `data_frame`, PyWebIO's `put_datatable` and Rio's `Table`.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>): Child {
  needPart("ui");
  const table = new TableState(props);
  return props.virtual ? <VirtualTable table={table} /> : <PlainTable table={table} />;
}
