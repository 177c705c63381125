import { signal } from "tandem";
import { DateRangeInput, dateRanges, type DateRange } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Date range",
  widgets: ["DateRangeInput"],
  states: {
    Normal: () => <DateRangeInput label="Period" />,
    Bound: () => {
      const stay = signal<DateRange>({ from: "2026-11-26", to: "2026-11-30" });
      return [
        <DateRangeInput label="Stay" bind={stay} fromLabel="Arrival" toLabel="Departure" min="2026-11-01" />,
        <p>{() => `${stay.value.from} to ${stay.value.to}`}</p>,
      ];
    },
    Presets: () => (
      <DateRangeInput
        label="Period"
        presets={[
          { label: "Today", range: dateRanges.today },
          { label: "Last 7 days", range: dateRanges.lastDays(7) },
          { label: "This month", range: dateRanges.thisMonth },
          { label: "Last month", range: dateRanges.lastMonth },
          { label: "Season 2026", range: { from: "2026-05-01", to: "2026-09-30" } },
        ]}
      />
    ),
    Required: () => <DateRangeInput label="Period" required />,
    Wrong: () => <DateRangeInput label="Period" error="We are closed then." />,
    Disabled: () => <DateRangeInput label="Period" value={{ from: "2026-11-26", to: "2026-11-30" }} disabled />,
    "Read only": () => <DateRangeInput label="Period" value={{ from: "2026-11-26", to: "2026-11-30" }} readonly />,
  },
});
