import { signal } from "tandem";
import { Button, Drawer } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Drawer",
  widgets: ["Drawer"],
  states: {
    Normal: () => {
      const open = signal(false);
      return [
        <Button onClick={() => open.set(true)}>Open</Button>,
        <Drawer title="Order 12" open={open}>
          Three bells and a basket.
        </Drawer>,
      ];
    },
    "At the start": () => {
      const open = signal(false);
      return [
        <Button onClick={() => open.set(true)}>Open</Button>,
        <Drawer title="Order 12" open={open} side="start">
          Three bells and a basket.
        </Drawer>,
      ];
    },
    "At the bottom": () => {
      const open = signal(false);
      return [
        <Button onClick={() => open.set(true)}>Open</Button>,
        <Drawer title="Order 12" open={open} side="bottom">
          Three bells and a basket.
        </Drawer>,
      ];
    },
  },
});
