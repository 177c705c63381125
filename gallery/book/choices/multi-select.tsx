import { signal } from "tandem";
import { MultiSelect } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Multi-select",
  widgets: ["MultiSelect"],
  states: {
    Normal: () => <MultiSelect label="Town" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} />,
    Chosen: () => (
      <MultiSelect
        label="Town"
        options={["Bergen", "Oslo", "Stavanger", "Trondheim"]}
        value={["Oslo", "Bergen"]}
        help="Type to find one."
      />
    ),
    Bound: () => {
      const town = signal<string[]>([]);
      return [
        <MultiSelect label="Town" bind={town} options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} />,
        <p>{() => JSON.stringify(town.value)}</p>,
      ];
    },
    "At most two": () => <MultiSelect label="Towns" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} max={2} />,
    "All or none": () => <MultiSelect label="Towns" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} selectAll />,
    Required: () => <MultiSelect label="Town" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} required />,
    Wrong: () => (
      <MultiSelect
        label="Town"
        options={["Bergen", "Oslo", "Stavanger", "Trondheim"]}
        value={["Oslo", "Bergen"]}
        error="No train goes there."
      />
    ),
    Disabled: () => (
      <MultiSelect
        label="Town"
        options={["Bergen", "Oslo", "Stavanger", "Trondheim"]}
        value={["Oslo", "Bergen"]}
        disabled
      />
    ),
    "Read only": () => (
      <MultiSelect
        label="Town"
        options={["Bergen", "Oslo", "Stavanger", "Trondheim"]}
        value={["Oslo", "Bergen"]}
        readonly
      />
    ),
  },
});
