import { signal } from "tandem";
import { Slider } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Slider",
  widgets: ["Slider"],
  states: {
    Normal: () => <Slider label="Volume" value={40} />,
    Bound: () => {
      const volume = signal(40);
      return [<Slider label="Volume" bind={volume} step={5} />, <p>{() => (volume.value > 80 ? "Loud" : "Fine")}</p>];
    },
    "With format and marks": () => (
      <Slider label="Share" value={25} format={(value) => `${value} %`} marks={[0, 25, 50, 75, 100]} />
    ),
    "Named marks": () => (
      <Slider
        label="Speed"
        value={1}
        max={2}
        hideValue
        marks={[
          { value: 0, label: "slow" },
          { value: 1, label: "steady" },
          { value: 2, label: "fast" },
        ]}
      />
    ),
    Wrong: () => <Slider label="Volume" value={95} error="The neighbours complain." />,
    Disabled: () => <Slider label="Volume" value={40} disabled />,
    "Read only": () => <Slider label="Volume" value={40} readonly />,
  },
});
