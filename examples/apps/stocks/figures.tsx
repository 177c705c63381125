import { computed, For, Show, type Child } from "tandem";
import { Badge, EmptyState, Grid, Metric } from "tandem/ui";
import type { Replay } from "./replay.ts";

const price = new Intl.NumberFormat("en", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const large = new Intl.NumberFormat("en", {
  notation: "compact",
  maximumFractionDigits: 2,
});
const day = new Intl.DateTimeFormat("en", {
  dateStyle: "medium",
  timeZone: "UTC",
});

/** The figures of the latest bar. */
export function Figures({ replay }: { replay: Replay }): Child {
  const { bar, indicators, data } = replay;
  const change = computed(() =>
    bar.value === undefined ? undefined : bar.value.close / bar.value.open - 1,
  );
  const strength = computed(() => indicators.value?.rsi ?? null);
  const words = computed(() =>
    strength.value === null ? "" : strengthInWords(strength.value),
  );
  return (
    <Grid columns={4} minWidth="9.5rem" gap="m">
      <Metric
        label={() => replay.stock.value.name}
        value={() =>
          bar.value === undefined ? "–" : price.format(bar.value.close)
        }
        change={change}
        note={() =>
          replay.stock.value.period === "day"
            ? "since the morning"
            : "since the month before"
        }
      />
      <Metric
        label="Date"
        value={() =>
          bar.value === undefined ? "–" : day.format(bar.value.time)
        }
      />
      <Metric
        label="Range shown"
        value={() =>
          bar.value === undefined
            ? "–"
            : rangeOf(data.column("low"), data.column("high"))
        }
      />
      <Metric
        label="RSI"
        value={() =>
          strength.value === null ? "–" : strength.value.toFixed(0)
        }
        note={words}
      />
    </Grid>
  );
}

const rangeOf = (lows: Float64Array, highs: Float64Array): string =>
  `${large.format(Math.min(...lows))} – ${large.format(Math.max(...highs))}`;

function strengthInWords(rsi: number): string {
  if (rsi >= 70) return "overbought";
  return rsi <= 30 ? "oversold" : "neither over- nor undervalued";
}

/** What traders would have looked up at, the latest first. */
export function Alerts({ replay }: { replay: Replay }): Child {
  const { alerts } = replay;
  return (
    <Show
      when={() => alerts.value.length > 0}
      fallback={
        <EmptyState icon="bell" title="No signals yet">
          They come when averages cross, or the price has gone far.
        </EmptyState>
      }
    >
      <ol class="stocks-alerts">
        <For each={alerts} key={({ time, text }) => `${time} ${text}`}>
          {(alert) => (
            <li>
              <time>{() => day.format(alert.value.time)}</time>
              <Badge
                tone={() =>
                  alert.value.kind === "rise" ? "success" : "danger"
                }
              >
                {() => (alert.value.kind === "rise" ? "Buy" : "Sell")}
              </Badge>
              <span>{() => alert.value.text}</span>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}
