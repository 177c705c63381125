import { StreamChart, streamData } from "tandem/ui";
import { entry } from "../entry.ts";

const SECONDS = Array.from({ length: 120 }, (_, second) => second);

export default entry({
  from: import.meta.url,
  title: "Stream chart",
  widgets: ["StreamChart"],
  isWide: true,
  states: {
    Normal: () => {
      const waves = streamData({ columns: ["second", "height"], rollover: 200 });
      waves.append({ second: SECONDS, height: SECONDS.map((second) => Math.sin(second / 8)) });
      return <StreamChart label="Waves" data={waves} x={{ column: "second", kind: "number" }} height={220} />;
    },
    Candles: () => {
      const price = streamData({ columns: ["day", "open", "high", "low", "close"], rollover: 10 });
      price.append({ day: [1, 2, 3], open: [10, 12, 11], high: [13, 14, 12], low: [9, 11, 8], close: [12, 11, 9] });
      return (
        <StreamChart
          label="Price"
          data={price}
          x={{ column: "day", kind: "number" }}
          series={[{ kind: "candles", open: "open", high: "high", low: "low", close: "close", label: "Price" }]}
          height={220}
        />
      );
    },
  },
});
