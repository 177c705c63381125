import { signal } from "tandem";
import { CheckboxGroup } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Checkbox group",
  widgets: ["CheckboxGroup"],
  states: {
    Normal: () => <CheckboxGroup label="Topping" options={["Olives", "Onions", "Capers"]} />,
    Chosen: () => (
      <CheckboxGroup
        label="Topping"
        options={["Olives", "Onions", "Capers"]}
        value={["Onions", "Capers"]}
        help="Fresh every day."
      />
    ),
    Bound: () => {
      const topping = signal<string[]>([]);
      return [
        <CheckboxGroup label="Topping" bind={topping} options={["Olives", "Onions", "Capers"]} />,
        <p>{() => JSON.stringify(topping.value)}</p>,
      ];
    },
    "At most two": () => <CheckboxGroup label="Toppings" options={["Olives", "Onions", "Capers"]} max={2} />,
    "In a row": () => (
      <CheckboxGroup label="Toppings" options={["Olives", "Onions", "Capers"]} orientation="horizontal" />
    ),
    Required: () => <CheckboxGroup label="Topping" options={["Olives", "Onions", "Capers"]} required />,
    Wrong: () => (
      <CheckboxGroup
        label="Topping"
        options={["Olives", "Onions", "Capers"]}
        value={["Onions", "Capers"]}
        error="Sold out."
      />
    ),
    Disabled: () => (
      <CheckboxGroup label="Topping" options={["Olives", "Onions", "Capers"]} value={["Onions", "Capers"]} disabled />
    ),
    "Read only": () => (
      <CheckboxGroup label="Topping" options={["Olives", "Onions", "Capers"]} value={["Onions", "Capers"]} readonly />
    ),
  },
});
