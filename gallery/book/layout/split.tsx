import { signal } from "tandem";
import { Split } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Split",
  widgets: ["Split"],
  states: {
    Normal: () => (
      <div style={{ height: "10rem" }}>
        <Split label="Size of the list" start={<p>The list</p>} end={<p>What is chosen</p>} />
      </div>
    ),
    "Bound, below each other": () => {
      const position = signal(30);
      return [
        <div style={{ height: "12rem" }}>
          <Split
            label="Size of the upper part"
            orientation="vertical"
            position={position}
            start={<p>Above</p>}
            end={<p>Below</p>}
          />
        </div>,
        <p>{() => `${Math.round(position.value)} %`}</p>,
      ];
    },
    Disabled: () => (
      <div style={{ height: "6rem" }}>
        <Split label="Size of the list" disabled start={<p>The list</p>} end={<p>What is chosen</p>} />
      </div>
    ),
  },
});
