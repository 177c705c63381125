import { signal } from "tandem";
import { Checkbox } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Checkbox",
  widgets: ["Checkbox"],
  states: {
    Normal: () => <Checkbox label="Send me the news" />,
    Checked: () => <Checkbox label="Send me the news" value={true} help="Once a month." />,
    Bound: () => {
      const agreed = signal(false);
      return [<Checkbox label="I agree" bind={agreed} />, <p>{() => (agreed.value ? "Agreed." : "Not yet.")}</p>];
    },
    "Some of several": () => {
      const [bread, milk] = [signal(true), signal(false)];
      const all = signal(false);
      const every = (isSo: boolean) => [bread, milk].forEach((each) => each.set(isSo));
      return [
        <Checkbox label="Everything" bind={all} indeterminate={() => bread.value !== milk.value} onChange={every} />,
        <Checkbox label="Bread" bind={bread} />,
        <Checkbox label="Milk" bind={milk} />,
      ];
    },
    Required: () => <Checkbox label="I have read the terms" required />,
    Wrong: () => <Checkbox label="I agree" error="Please check this." />,
    Disabled: () => [<Checkbox label="Off" disabled />, <Checkbox label="On" value={true} disabled />],
    "Read only": () => <Checkbox label="Paid" value={true} readonly />,
  },
});
