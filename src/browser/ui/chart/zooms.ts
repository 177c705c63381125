import type { Option, OptionFacts } from "./option-facts.ts";
import { faded } from "./theme.ts";

/** A slider below the chart, and the wheel with Ctrl: without, it scrolls the page. */
export function zoomsOf({ theme, spec }: OptionFacts): Option[] {
  const axis = spec.isHorizontal ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
  const common = { ...axis, filterMode: spec.kind === "line" || spec.kind === "area" ? "none" : "filter" };
  return [
    {
      ...common,
      id: "inside",
      type: "inside",
      zoomOnMouseWheel: "ctrl",
      moveOnMouseMove: spec.brush === null,
      moveOnMouseWheel: false,
      preventDefaultMouseMove: false,
    },
    {
      ...common,
      id: "slider",
      type: "slider",
      height: 22,
      bottom: 2,
      brushSelect: false,
      showDetail: false,
      borderColor: theme.line,
      backgroundColor: "transparent",
      fillerColor: faded(theme.accent, 0.14),
      dataBackground: {
        lineStyle: { color: theme.muted, opacity: 0.5 },
        areaStyle: { color: theme.line, opacity: 0.5 },
      },
      selectedDataBackground: { lineStyle: { color: theme.accent }, areaStyle: { color: theme.accent, opacity: 0.2 } },
      handleStyle: { color: theme.surface, borderColor: theme.accent, borderWidth: 1.5 },
      moveHandleStyle: { color: theme.muted, opacity: 0.5 },
      emphasis: {
        handleStyle: { borderColor: theme.accent, borderWidth: 2 },
        moveHandleStyle: { color: theme.accent },
      },
    },
  ];
}
