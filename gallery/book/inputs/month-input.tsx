import { signal } from "tandem";
import { MonthInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Month",
  widgets: ["MonthInput"],
  states: {
    Normal: () => <MonthInput label="Month" />,
    Filled: () => <MonthInput label="Month" value="2026-11" help="Help stands below." />,
    Bound: () => {
      const value = signal("2026-11");
      return [<MonthInput label="Month" bind={value} />, <p>It is {value}.</p>];
    },
    Required: () => <MonthInput label="Month" required />,
    Wrong: () => <MonthInput label="Month" value="2026-11" error="That does not suit us." />,
    Disabled: () => <MonthInput label="Month" value="2026-11" disabled />,
    "Read only": () => <MonthInput label="Month" value="2026-11" readonly />,
    Sizes: () => [
      <MonthInput label="Small" value="2026-11" size="small" />,
      <MonthInput label="Medium" value="2026-11" />,
      <MonthInput label="Large" value="2026-11" size="large" />,
    ],
    "Label beside": () => <MonthInput label="Month" value="2026-11" labelBeside />,
  },
});
