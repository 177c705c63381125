/// <reference lib="dom" />
/** The same chart as anybody would make it who has uPlot alone, fed in the page. */
import uPlot from "uplot";
import { LINES, POINTS, POINTS_PER_UPDATE, pointsFrom, UPDATES_PER_SECOND } from "./stream-waves.ts";

const host = document.getElementById("chart")!;
const colors = ["#1f5fbf", "#a7560e", "#2e8c7c", "#8c325d"];
const columns = pointsFrom(0, POINTS);
let next = POINTS;

const chart = new uPlot(
  {
    width: host.clientWidth,
    height: 400,
    scales: { x: { time: false } },
    series: [{}, ...colors.slice(0, LINES).map((stroke) => ({ stroke, width: 1.5, points: { show: false } }))],
  },
  columns as unknown as uPlot.AlignedData,
  host,
);

function update(): void {
  const added = pointsFrom(next, POINTS_PER_UPDATE);
  columns.forEach((column, index) => {
    column.copyWithin(0, POINTS_PER_UPDATE);
    column.set(added[index]!, POINTS - POINTS_PER_UPDATE);
  });
  next += POINTS_PER_UPDATE;
  chart.setData(columns as unknown as uPlot.AlignedData);
}

/** Keeps to its beat, as the server's timer does. */
const start = performance.now();
function beat(count: number): void {
  update();
  setTimeout(
    () => beat(count + 1),
    Math.max(0, start + (count + 1) * (1_000 / UPDATES_PER_SECOND) - performance.now()),
  );
}
beat(0);
