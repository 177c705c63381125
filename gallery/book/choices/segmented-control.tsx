import { signal } from "tandem";
import { SegmentedControl } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Segmented control",
  widgets: ["SegmentedControl"],
  states: {
    Normal: () => <SegmentedControl label="Topping" options={["Olives", "Onions", "Capers"]} />,
    Chosen: () => (
      <SegmentedControl
        label="Topping"
        options={["Olives", "Onions", "Capers"]}
        value="Onions"
        help="Fresh every day."
      />
    ),
    Bound: () => {
      const topping = signal<string | null>(null);
      return [
        <SegmentedControl label="Topping" bind={topping} options={["Olives", "Onions", "Capers"]} />,
        <p>{() => JSON.stringify(topping.value)}</p>,
      ];
    },
    "With icons": () => (
      <SegmentedControl
        label="View"
        value="list"
        options={[
          { value: "list", label: "List", icon: "list-ul" },
          { value: "grid", label: "Grid", icon: "grid" },
        ]}
      />
    ),
    Required: () => <SegmentedControl label="Topping" options={["Olives", "Onions", "Capers"]} required />,
    Wrong: () => (
      <SegmentedControl label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" error="Sold out." />
    ),
    Disabled: () => (
      <SegmentedControl label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" disabled />
    ),
    "Read only": () => (
      <SegmentedControl label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" readonly />
    ),
  },
});
