import { signal } from "tandem";
import { WeekInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Week",
  widgets: ["WeekInput"],
  states: {
    Normal: () => <WeekInput label="Week" />,
    Filled: () => <WeekInput label="Week" value="2026-W48" help="Help stands below." />,
    Bound: () => {
      const value = signal("2026-W48");
      return [<WeekInput label="Week" bind={value} />, <p>It is {value}.</p>];
    },
    Required: () => <WeekInput label="Week" required />,
    Wrong: () => <WeekInput label="Week" value="2026-W48" error="That does not suit us." />,
    Disabled: () => <WeekInput label="Week" value="2026-W48" disabled />,
    "Read only": () => <WeekInput label="Week" value="2026-W48" readonly />,
    Sizes: () => [
      <WeekInput label="Small" value="2026-W48" size="small" />,
      <WeekInput label="Medium" value="2026-W48" />,
      <WeekInput label="Large" value="2026-W48" size="large" />,
    ],
    "Label beside": () => <WeekInput label="Week" value="2026-W48" labelBeside />,
  },
});
