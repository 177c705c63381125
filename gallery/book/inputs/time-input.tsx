import { signal } from "tandem";
import { TimeInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Time",
  widgets: ["TimeInput"],
  states: {
    Normal: () => <TimeInput label="Start" />,
    Filled: () => <TimeInput label="Start" value="09:30" help="Help stands below." />,
    Bound: () => {
      const value = signal("09:30");
      return [<TimeInput label="Start" bind={value} />, <p>It is {value}.</p>];
    },
    "Quarters of an hour": () => <TimeInput label="Start" min="08:00" max="18:00" step={900} value="09:15" />,
    "With seconds": () => <TimeInput label="Lap" step={1} value="00:01:23" />,
    Required: () => <TimeInput label="Start" required />,
    Wrong: () => <TimeInput label="Start" value="09:30" error="That does not suit us." />,
    Disabled: () => <TimeInput label="Start" value="09:30" disabled />,
    "Read only": () => <TimeInput label="Start" value="09:30" readonly />,
    Sizes: () => [
      <TimeInput label="Small" value="09:30" size="small" />,
      <TimeInput label="Medium" value="09:30" />,
      <TimeInput label="Large" value="09:30" size="large" />,
    ],
    "Label beside": () => <TimeInput label="Start" value="09:30" labelBeside />,
  },
});
