import { signal } from "tandem";
import { Chart } from "tandem/ui";
import { entry } from "../entry.ts";

const rows = [
  { month: "2026-01", city: "Oslo", rain: 54 },
  { month: "2026-02", city: "Oslo", rain: 41 },
  { month: "2026-03", city: "Oslo", rain: 50 },
  { month: "2026-01", city: "Bergen", rain: 190 },
  { month: "2026-02", city: "Bergen", rain: 152 },
  { month: "2026-03", city: "Bergen", rain: 170 },
];

export default entry({
  from: import.meta.url,
  title: "Chart",
  widgets: ["Chart"],
  isWide: true,
  states: {
    Normal: () => (
      <Chart label="Rain" kind="line" data={rows} x="month" y="rain" series="city" yTitle="mm" height={260} />
    ),
    "Bars, chosen by a click": () => {
      const selected = signal<number[]>([]);
      return [
        <Chart label="Rain" kind="bar" data={rows} x="month" y="rain" series="city" selected={selected} height={260} />,
        <p>{() => `Rows ${selected.value.join(", ") || "none"}`}</p>,
      ];
    },
    Shares: () => (
      <Chart
        label="Bells"
        kind="pie"
        data={[
          { kind: "Brass", count: 12 },
          { kind: "Steel", count: 5 },
        ]}
        x="kind"
        y="count"
        height={240}
      />
    ),
  },
});
