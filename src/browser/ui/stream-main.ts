/** What pages with a `StreamChart` load. */
import { StreamChartElement } from "./stream/stream-element.ts";

customElements.define("tandem-stream-chart", StreamChartElement);
