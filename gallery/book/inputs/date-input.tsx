import { signal } from "tandem";
import { DateInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Date",
  widgets: ["DateInput"],
  states: {
    Normal: () => <DateInput label="Day" />,
    Filled: () => <DateInput label="Day" value="2026-11-26" help="Help stands below." />,
    Bound: () => {
      const value = signal("2026-11-26");
      return [<DateInput label="Day" bind={value} />, <p>It is {value}.</p>];
    },
    "Between two": () => (
      <DateInput label="Day" min="2026-11-02" max="2026-11-30" help="In November." value="2026-11-26" />
    ),
    Mondays: () => <DateInput label="Monday" min="2026-11-02" step={7} value="2026-11-09" />,
    Required: () => <DateInput label="Day" required />,
    Wrong: () => <DateInput label="Day" value="2026-11-26" error="That does not suit us." />,
    Disabled: () => <DateInput label="Day" value="2026-11-26" disabled />,
    "Read only": () => <DateInput label="Day" value="2026-11-26" readonly />,
    Sizes: () => [
      <DateInput label="Small" value="2026-11-26" size="small" />,
      <DateInput label="Medium" value="2026-11-26" />,
      <DateInput label="Large" value="2026-11-26" size="large" />,
    ],
    "Label beside": () => <DateInput label="Day" value="2026-11-26" labelBeside />,
  },
});
