import { signal } from "tandem";
import { ColorInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Colour",
  widgets: ["ColorInput"],
  states: {
    Normal: () => <ColorInput label="Ink" value="#1f5fbf" />,
    Bound: () => {
      const ink = signal("#b3261e");
      return [
        <ColorInput label="Ink" bind={ink} />,
        <p style={{ "border-inline-start": () => `1rem solid ${ink.value}`, "padding-inline-start": "0.5rem" }}>
          {ink}
        </p>,
      ];
    },
    "With swatches": () => (
      <ColorInput
        label="Label"
        value="#1b7f3b"
        hideText
        swatches={[
          { value: "#1f5fbf", label: "Blue" },
          { value: "#1b7f3b", label: "Green" },
          { value: "#b3261e", label: "Red" },
        ]}
      />
    ),
    Wrong: () => <ColorInput label="Ink" value="#ffff00" error="Nobody can read that." />,
    Disabled: () => <ColorInput label="Ink" value="#1f5fbf" swatches={["#b3261e"]} disabled />,
    "Read only": () => <ColorInput label="Ink" value="#1f5fbf" swatches={["#b3261e"]} readonly />,
  },
});
