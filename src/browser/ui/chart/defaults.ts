import type { Option } from "./option-facts.ts";
import type { ChartTheme } from "./theme.ts";

/** What an option that the app writes has unless it says otherwise. */
export const plainParts = (theme: ChartTheme): Option => ({
  tooltip: { renderMode: "richText", confine: true, ...boxOf(theme) },
  legend: { show: false },
});

/** What ECharts takes for whatever an option does not say. */
export function defaultsOf(theme: ChartTheme): Option {
  const axis = {
    axisLabel: { color: theme.muted },
    axisLine: { lineStyle: { color: theme.line } },
    splitLine: { lineStyle: { color: [theme.faint] } },
    nameTextStyle: { color: theme.muted },
  };
  return {
    color: theme.palette,
    textStyle: { color: theme.text, fontFamily: theme.font },
    title: { textStyle: { color: theme.text }, subtextStyle: { color: theme.muted } },
    legend: { textStyle: { color: theme.text } },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
  };
}

export const boxOf = (theme: ChartTheme): Option => ({
  backgroundColor: theme.surface,
  borderColor: theme.line,
  borderWidth: 1,
  padding: [8, 10],
  textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 13 },
});
