import { signal } from "tandem";
import { Select } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Select",
  widgets: ["Select"],
  states: {
    Normal: () => <Select label="Topping" options={["Olives", "Onions", "Capers"]} />,
    Chosen: () => (
      <Select label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" help="Fresh every day." />
    ),
    Bound: () => {
      const topping = signal<string | null>(null);
      return [
        <Select label="Topping" bind={topping} options={["Olives", "Onions", "Capers"]} />,
        <p>{() => JSON.stringify(topping.value)}</p>,
      ];
    },
    "With a placeholder": () => (
      <Select label="Topping" placeholder="Choose…" options={["Olives", "Onions", "Capers"]} />
    ),
    "In groups": () => (
      <Select
        label="Town"
        options={[
          { value: 1, label: "Oslo", group: "Norway" },
          { value: 2, label: "Bergen", group: "Norway" },
          { value: 3, label: "Lund", group: "Sweden" },
        ]}
      />
    ),
    Required: () => <Select label="Topping" options={["Olives", "Onions", "Capers"]} required />,
    Wrong: () => <Select label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" error="Sold out." />,
    Disabled: () => <Select label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" disabled />,
    "Read only": () => <Select label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" readonly />,
  },
});
