import { signal } from "tandem";
import { NumberInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Number",
  widgets: ["NumberInput"],
  states: {
    Normal: () => <NumberInput label="Amount" />,
    Filled: () => <NumberInput label="Amount" value={42} help="Help stands below." />,
    Bound: () => {
      const weight = signal<number | null>(1.5);
      return [
        <NumberInput label="Weight" bind={weight} min={0} max={30} step={0.5} suffix="kg" />,
        <p>{() => (weight.value === null ? "No weight" : `${weight.value * 2} €`)}</p>,
      ];
    },
    "Whole numbers": () => <NumberInput label="People" integer min={1} max={12} value={2} />,
    "With a unit": () => <NumberInput label="Price" prefix="€" suffix="a night" value={89.5} />,
    "Less and more": () => <NumberInput label="Seats" integer min={1} max={8} value={2} steppers />,
    "As it reads": () => (
      <NumberInput label="Price" value={1_250_000} format={(price) => `${price.toLocaleString("en")} kr`} />
    ),
    Required: () => <NumberInput label="Amount" required />,
    Wrong: () => <NumberInput label="Amount" value={42} error="More than there are." />,
    Disabled: () => <NumberInput label="Amount" value={42} disabled />,
    "Read only": () => <NumberInput label="Amount" value={42} readonly />,
    Sizes: () => [
      <NumberInput label="Small" value={42} size="small" />,
      <NumberInput label="Medium" value={42} />,
      <NumberInput label="Large" value={42} size="large" />,
    ],
    "Label beside": () => <NumberInput label="Amount" value={42} labelBeside />,
  },
});
