import { Match, Switch, type Child, type Signal } from "tandem";
import { StreamChart, type StreamSeries } from "tandem/ui";
import type { COLUMNS, Replay } from "./replay.ts";

export type Overlay = "short" | "long" | "bands";
export type Panel = "volume" | "rsi";
type Series = StreamSeries<(typeof COLUMNS)[number]>;

const X = { column: "time", kind: "time", timeZone: "UTC" } as const;

/** Candles, and over them what the person wants to see. */
export function PriceChart({
  replay,
  overlays,
}: {
  replay: Replay;
  overlays: Signal<Overlay[]>;
}): Child {
  const series = (): Series[] => {
    const shown = overlays.value;
    const all: Series[] = [
      {
        kind: "candles",
        open: "open",
        high: "high",
        low: "low",
        close: "close",
        label: "Price",
      },
    ];
    if (shown.includes("bands"))
      all.unshift({
        kind: "band",
        low: "lower",
        high: "upper",
        label: "Bollinger",
        color: "var(--tandem-chart-6)",
      });
    if (shown.includes("short"))
      all.push({
        column: "short",
        label: `Average of ${replay.shortBars.value}`,
        color: "var(--tandem-chart-1)",
      });
    if (shown.includes("long"))
      all.push({
        column: "long",
        label: `Average of ${replay.longBars.value}`,
        color: "var(--tandem-chart-2)",
      });
    return all;
  };
  return (
    <StreamChart
      label="Price"
      data={replay.data}
      x={X}
      series={series}
      y={{ digits: 2 }}
      height={340}
      group="stocks"
    />
  );
}

/** Below it, on the same time: how much was traded, or how strong it was. */
export function LowerChart({
  replay,
  panel,
}: {
  replay: Replay;
  panel: Signal<Panel>;
}): Child {
  const common = {
    data: replay.data,
    x: X,
    height: 130,
    toolbar: false,
    group: "stocks",
  };
  return (
    <Switch>
      <Match when={() => panel.value === "rsi"}>
        <StreamChart
          {...common}
          label="Relative strength"
          y={{ min: 0, max: 100, digits: 0 }}
          series={[
            {
              kind: "area",
              column: "rsi",
              label: "RSI of 14",
              color: "var(--tandem-chart-3)",
            },
          ]}
        />
      </Match>
      <Match when={() => panel.value === "volume"}>
        <StreamChart
          {...common}
          label="Volume"
          y={{ min: 0 }}
          series={[
            {
              kind: "bars",
              column: "volume",
              label: "Shares traded",
              color: "var(--tandem-chart-8)",
            },
          ]}
        />
      </Match>
    </Switch>
  );
}
