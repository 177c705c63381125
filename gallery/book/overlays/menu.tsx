import { signal } from "tandem";
import { Menu } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Menu",
  widgets: ["Menu"],
  states: {
    Normal: () => {
      const chosen = signal("nothing");
      return [
        <Menu
          label="Actions"
          items={[
            { heading: "Order" },
            { label: "Rename", icon: "pencil", shortcut: "F2", onSelect: () => chosen.set("rename") },
            { label: "Copy", disabled: true, onSelect: () => chosen.set("copy") },
            "line",
            { label: "Delete", icon: "trash", tone: "danger", onSelect: () => chosen.set("delete") },
          ]}
        />,
        <p>Chosen: {chosen}</p>,
      ];
    },
    "Only an icon": () => <Menu label="More" iconOnly items={[{ label: "Front page", to: "/" }]} />,
    "With checks": () => {
      const isShown = signal(true);
      return (
        <Menu
          label="View"
          items={() => [{ label: "Ruler", checked: isShown.value, onSelect: () => isShown.update((is) => !is) }]}
        />
      );
    },
    Disabled: () => <Menu label="Actions" disabled items={[{ label: "Front page", to: "/" }]} />,
  },
});
