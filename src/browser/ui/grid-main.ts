/** What pages with a virtual `DataTable` load: AG Grid, inside `<tandem-grid>`. */
import { CellContent } from "./grid/cell-content.ts";
import { ContentCell } from "./grid/content-cell.ts";
import { GridElement } from "./grid/grid-element.ts";

// Before the grid, which asks for them at once.
customElements.define("tandem-grid-cells", CellContent);
customElements.define("tandem-grid-cell", ContentCell);
customElements.define("tandem-grid", GridElement);
