import { signal } from "tandem";
import { Tabs } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Tabs",
  widgets: ["Tabs"],
  states: {
    Normal: () => (
      <Tabs
        label="Settings"
        tabs={[
          { name: "you", label: "You", icon: "person", content: () => <p>Your name</p> },
          { name: "team", label: "Team", icon: "people", content: () => <p>Your team</p> },
          { name: "bill", label: "Bill", disabled: true, content: () => <p>Your bill</p> },
        ]}
      />
    ),
    "To be closed": () => {
      const names = signal(["Readme", "Changes", "Licence"]);
      const close = (name: string) => names.update((all) => all.filter((other) => other !== name));
      return [
        <Tabs
          label="Files"
          tabs={() =>
            names.value.map((name) => ({
              name,
              label: name,
              content: () => <p>The text of {name}</p>,
              onClose: name === "Readme" ? undefined : () => close(name),
            }))
          }
        />,
        <p>{() => names.value.length} open</p>,
      ];
    },
    "Bound, at the side": () => {
      const active = signal<"one" | "two">("two");
      return [
        <Tabs
          label="Parts"
          active={active}
          placement="start"
          tabs={[
            { name: "one", label: "One", content: () => <p>The first part</p> },
            { name: "two", label: "Two", content: () => <p>The second part</p> },
          ]}
        />,
        <p>Shown: {active}</p>,
      ];
    },
  },
});
