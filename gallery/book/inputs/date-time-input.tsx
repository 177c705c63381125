import { signal } from "tandem";
import { DateTimeInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Date and time",
  widgets: ["DateTimeInput"],
  states: {
    Normal: () => <DateTimeInput label="Deadline" />,
    Filled: () => <DateTimeInput label="Deadline" value="2026-11-26T09:30" help="Help stands below." />,
    Bound: () => {
      const value = signal("2026-11-26T09:30");
      return [<DateTimeInput label="Deadline" bind={value} />, <p>It is {value}.</p>];
    },
    Required: () => <DateTimeInput label="Deadline" required />,
    Wrong: () => <DateTimeInput label="Deadline" value="2026-11-26T09:30" error="That does not suit us." />,
    Disabled: () => <DateTimeInput label="Deadline" value="2026-11-26T09:30" disabled />,
    "Read only": () => <DateTimeInput label="Deadline" value="2026-11-26T09:30" readonly />,
    Sizes: () => [
      <DateTimeInput label="Small" value="2026-11-26T09:30" size="small" />,
      <DateTimeInput label="Medium" value="2026-11-26T09:30" />,
      <DateTimeInput label="Large" value="2026-11-26T09:30" size="large" />,
    ],
    "Label beside": () => <DateTimeInput label="Deadline" value="2026-11-26T09:30" labelBeside />,
  },
});
