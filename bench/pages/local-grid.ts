/** AG Grid as a page has it that holds all rows itself: the same modules and theme as in `<tandem-grid>`. */
import { createGrid, type GridOptions } from "ag-grid-community";
import { MODULES } from "../../src/browser/ui/grid/modules.ts";
import { theme } from "../../src/browser/ui/grid/theme.ts";
import { GRID_COLUMNS, gridRows, type GridRow } from "./grid-rows.ts";

const options: GridOptions<GridRow> = {
  theme,
  styleNonce: document.querySelector<HTMLScriptElement>("script[nonce]")!.nonce,
  rowHeight: 36,
  headerHeight: 38,
  rowBuffer: 20,
  columnDefs: GRID_COLUMNS.map(({ key, width }) => ({ field: key, width, cellDataType: false })),
  getRowId: ({ data }) => String(data.id),
  rowData: gridRows(),
};

createGrid(document.getElementById("local-grid")!, options, { modules: MODULES });
