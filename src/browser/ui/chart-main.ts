/** What pages with charts load: ECharts' parts that charts are made of, and the element `<tandem-chart>`. */
import { TandemChart } from "./chart/chart-element.ts";

if (!customElements.get("tandem-chart")) customElements.define("tandem-chart", TandemChart);
