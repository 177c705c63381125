import type { PointPlace } from "../../../ui/chart/wire.ts";
import type { ECharts } from "./echarts.ts";
import type { OptionFacts } from "./option-facts.ts";
import { clickedPoint } from "./pointing.ts";

/** What people do with a drawn chart, besides ranges and keys. */
export interface ChartListener {
  facts(): OptionFacts | undefined;
  clicked(at: PointPlace, isAdding: boolean): void;
  /** ECharts has selected by itself. */
  selectionTurned(): void;
  legendTurned(hidden: readonly number[]): void;
  zoomed(): void;
}

export function hearChart(chart: ECharts, listener: ChartListener): void {
  const click = (at: PointPlace | undefined, event: unknown) => {
    const { ctrlKey, metaKey, shiftKey } = (event ?? {}) as MouseEvent;
    if (at !== undefined) listener.clicked(at, ctrlKey || metaKey || shiftKey);
  };
  const near = (x: number, y: number) => {
    const facts = listener.facts();
    return facts === undefined ? undefined : clickedPoint(chart, facts, [x, y]);
  };
  chart.getZr().on("click", ({ target, offsetX, offsetY, event }) => {
    if (target === undefined || target === null) click(near(offsetX, offsetY), event);
  });
  chart.on("click", ({ componentType, seriesIndex, dataIndex, event }) => {
    if (componentType !== "series") return;
    const {
      offsetX,
      offsetY,
      event: native,
    } = event as unknown as { offsetX: number; offsetY: number; event: unknown };
    const isPoint = dataIndex !== undefined && dataIndex >= 0;
    click(isPoint ? [seriesIndex ?? 0, dataIndex] : near(offsetX, offsetY), native);
  });
  chart.on("selectchanged", (event) => {
    if ((event as { isFromClick?: boolean }).isFromClick) listener.selectionTurned();
  });
  chart.on("legendselectchanged", (event) => {
    const { selected } = event as { selected: Record<string, boolean> };
    const names = listener.facts()?.spec.series ?? [];
    listener.legendTurned(names.flatMap((name, at) => (selected[name] === false ? at : [])));
  });
  chart.on("datazoom", () => listener.zoomed());
}
