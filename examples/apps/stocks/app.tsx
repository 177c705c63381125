import { readFileSync } from "node:fs";
import { app, computed, signal, watch } from "tandem";
import {
  Button,
  Card,
  Row,
  SegmentedControl,
  Select,
  Slider,
  Stack,
  ToggleGroup,
} from "tandem/ui";
import { LowerChart, PriceChart, type Overlay, type Panel } from "./charts.tsx";
import { Alerts, Figures } from "./figures.tsx";
import { readMarket } from "./market.ts";
import { Replay } from "./replay.ts";

const market = readMarket();

/** The past of the stock market, played as if it happened now, with what traders draw over it. */
function Stocks() {
  const replay = new Replay(market[0]!);
  const overlays = signal<Overlay[]>(["short", "long", "bands"]);
  const panel = signal<Panel>("volume");
  const hasVolume = computed(() => replay.stock.value.period === "day");
  watch(hasVolume, (has) => void panel.set(has ? "volume" : "rsi"));
  return (
    <main class="stocks">
      <header>
        <h1>Stocks</h1>
        <p>
          Twenty years of the S&amp;P 500, and ten of five shares, played again.
        </p>
      </header>
      <Row class="stocks-controls" gap="m" align="end">
        <Select
          label="Symbol"
          bind={replay.stock}
          options={market.map((stock) => ({
            value: stock,
            label: `${stock.symbol} · ${stock.name}`,
          }))}
        />
        <SegmentedControl
          label="Bars a second"
          bind={replay.speed}
          options={[1, 4, 16, 64].map((value) => ({
            value,
            label: String(value),
          }))}
        />
        <Button
          tone="brand"
          icon={() =>
            replay.isOver.value
              ? "arrow-counterclockwise"
              : replay.isPlaying.value
                ? "pause-fill"
                : "play-fill"
          }
          onClick={() =>
            replay.isOver.peek()
              ? replay.restart()
              : replay.isPlaying.set(!replay.isPlaying.peek())
          }
        >
          {() =>
            replay.isOver.value
              ? "Start over"
              : replay.isPlaying.value
                ? "Stop"
                : "Play"
          }
        </Button>
      </Row>
      <Figures replay={replay} />
      <div class="stocks-desk">
        <Card>
          <Stack gap="l">
            <PriceChart replay={replay} overlays={overlays} />
            <LowerChart replay={replay} panel={panel} />
          </Stack>
        </Card>
        <Stack gap="l">
          <Card title="Indicators" level={2}>
            <Stack gap="m">
              <ToggleGroup
                label="Over the price"
                bind={overlays}
                options={[
                  { value: "short", label: "Short" },
                  { value: "long", label: "Long" },
                  { value: "bands", label: "Bollinger" },
                ]}
              />
              <Slider
                label="Short average"
                bind={replay.shortBars}
                min={5}
                max={50}
                format={(bars) => `${bars} bars`}
              />
              <Slider
                label="Long average"
                bind={replay.longBars}
                min={20}
                max={200}
                step={5}
                format={(bars) => `${bars} bars`}
              />
              <SegmentedControl
                label="Below it"
                bind={panel}
                options={() => [
                  {
                    value: "volume" as const,
                    label: "Volume",
                    disabled: !hasVolume.value,
                  },
                  { value: "rsi" as const, label: "RSI" },
                ]}
              />
            </Stack>
          </Card>
          <Card
            title="Signals"
            level={2}
            subtitle="Not advice. This is the past."
          >
            <Alerts replay={replay} />
          </Card>
        </Stack>
      </div>
      <footer>
        Prices are those of the package vega-datasets. Of a day its four prices
        are known, and it goes the straight way between them; of the shares only
        what each month closed at.
      </footer>
    </main>
  );
}

export default app(Stocks, {
  title: "Stocks",
  lang: "en",
  styles: readFileSync(new URL("stocks.css", import.meta.url), "utf8"),
});
