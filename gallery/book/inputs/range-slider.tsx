import { signal } from "tandem";
import { RangeSlider, type NumberRange } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Range slider",
  widgets: ["RangeSlider"],
  states: {
    Normal: () => <RangeSlider label="Price" />,
    Bound: () => {
      const price = signal<NumberRange>({ from: 20, to: 80 });
      return [
        <RangeSlider label="Price" bind={price} max={200} step={10} format={(value) => `${value} €`} />,
        <p>{() => `${price.value.to - price.value.from} € between them`}</p>,
      ];
    },
    "With marks": () => <RangeSlider label="Hours" value={{ from: 9, to: 17 }} max={24} marks={[0, 6, 12, 18, 24]} />,
    Wrong: () => <RangeSlider label="Price" value={{ from: 40, to: 60 }} error="Nothing costs that." />,
    Disabled: () => <RangeSlider label="Price" value={{ from: 40, to: 60 }} disabled />,
    "Read only": () => <RangeSlider label="Price" value={{ from: 40, to: 60 }} readonly />,
  },
});
