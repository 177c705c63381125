import { signal } from "tandem";
import { Combobox } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Combobox",
  widgets: ["Combobox"],
  states: {
    Normal: () => <Combobox label="Town" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} />,
    Chosen: () => (
      <Combobox
        label="Town"
        options={["Bergen", "Oslo", "Stavanger", "Trondheim"]}
        value="Oslo"
        help="Type to find one."
      />
    ),
    Bound: () => {
      const town = signal<string | null>(null);
      return [
        <Combobox label="Town" bind={town} options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} />,
        <p>{() => JSON.stringify(town.value)}</p>,
      ];
    },
    "Found on the server": () => {
      const find = async (query: string) =>
        ["Bergen", "Oslo", "Stavanger", "Trondheim"].filter((town) => town.toLowerCase().includes(query.toLowerCase()));
      return <Combobox label="Town" search={find} placeholder="Type a town" />;
    },
    "Any text": () => (
      <Combobox
        label="Town"
        options={["Bergen", "Oslo", "Stavanger", "Trondheim"]}
        freeText
        help="Or one that is not listed."
      />
    ),
    Required: () => <Combobox label="Town" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} required />,
    Wrong: () => (
      <Combobox
        label="Town"
        options={["Bergen", "Oslo", "Stavanger", "Trondheim"]}
        value="Oslo"
        error="No train goes there."
      />
    ),
    Disabled: () => (
      <Combobox label="Town" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} value="Oslo" disabled />
    ),
    "Read only": () => (
      <Combobox label="Town" options={["Bergen", "Oslo", "Stavanger", "Trondheim"]} value="Oslo" readonly />
    ),
  },
});
