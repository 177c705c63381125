import { signal } from "tandem";
import { ToggleGroup } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Toggle group",
  widgets: ["ToggleGroup"],
  states: {
    Normal: () => <ToggleGroup label="Topping" options={["Olives", "Onions", "Capers"]} />,
    Chosen: () => (
      <ToggleGroup
        label="Topping"
        options={["Olives", "Onions", "Capers"]}
        value={["Onions", "Capers"]}
        help="Fresh every day."
      />
    ),
    Bound: () => {
      const topping = signal<string[]>([]);
      return [
        <ToggleGroup label="Topping" bind={topping} options={["Olives", "Onions", "Capers"]} />,
        <p>{() => JSON.stringify(topping.value)}</p>,
      ];
    },
    Required: () => <ToggleGroup label="Topping" options={["Olives", "Onions", "Capers"]} required />,
    Wrong: () => (
      <ToggleGroup
        label="Topping"
        options={["Olives", "Onions", "Capers"]}
        value={["Onions", "Capers"]}
        error="Sold out."
      />
    ),
    Disabled: () => (
      <ToggleGroup label="Topping" options={["Olives", "Onions", "Capers"]} value={["Onions", "Capers"]} disabled />
    ),
    "Read only": () => (
      <ToggleGroup label="Topping" options={["Olives", "Onions", "Capers"]} value={["Onions", "Capers"]} readonly />
    ),
  },
});
