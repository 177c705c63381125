/** What pages with a virtual `DataTable` load: AG Grid, inside `<tandem-grid>`. */
import { GridElement } from "./grid/grid-element.ts";

customElements.define("tandem-grid", GridElement);
