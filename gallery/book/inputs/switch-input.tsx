import { signal } from "tandem";
import { SwitchInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Switch",
  widgets: ["SwitchInput"],
  states: {
    Normal: () => <SwitchInput label="Alarm" />,
    On: () => <SwitchInput label="Alarm" value={true} help="Rings at seven." />,
    Bound: () => {
      const isOn = signal(true);
      return [<SwitchInput label="Light" bind={isOn} />, <p>{() => (isOn.value ? "Bright" : "Dark")}</p>];
    },
    Wrong: () => <SwitchInput label="Alarm" error="There is no clock." />,
    Disabled: () => [<SwitchInput label="Off" disabled />, <SwitchInput label="On" value={true} disabled />],
    "Read only": () => <SwitchInput label="Alarm" value={true} readonly />,
  },
});
