import { signal } from "tandem";
import { RadioGroup } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Radio group",
  widgets: ["RadioGroup"],
  states: {
    Normal: () => <RadioGroup label="Topping" options={["Olives", "Onions", "Capers"]} />,
    Chosen: () => (
      <RadioGroup label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" help="Fresh every day." />
    ),
    Bound: () => {
      const topping = signal<string | null>(null);
      return [
        <RadioGroup label="Topping" bind={topping} options={["Olives", "Onions", "Capers"]} />,
        <p>{() => JSON.stringify(topping.value)}</p>,
      ];
    },
    "With help": () => (
      <RadioGroup
        label="Seat"
        value="window"
        options={[
          { value: "window", label: "Window", help: "With a view" },
          { value: "aisle", label: "Aisle" },
          { value: "middle", label: "Middle", disabled: true },
        ]}
      />
    ),
    "In a row": () => <RadioGroup label="Topping" options={["Olives", "Onions", "Capers"]} orientation="horizontal" />,
    Required: () => <RadioGroup label="Topping" options={["Olives", "Onions", "Capers"]} required />,
    Wrong: () => (
      <RadioGroup label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" error="Sold out." />
    ),
    Disabled: () => <RadioGroup label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" disabled />,
    "Read only": () => <RadioGroup label="Topping" options={["Olives", "Onions", "Capers"]} value="Onions" readonly />,
  },
});
