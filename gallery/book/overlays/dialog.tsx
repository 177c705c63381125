import { signal } from "tandem";
import { Button, Dialog, TextInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Dialog",
  widgets: ["Dialog"],
  states: {
    Normal: () => {
      const open = signal(false);
      return [
        <Button onClick={() => open.set(true)}>Open</Button>,
        <Dialog
          title="Add a person"
          open={open}
          footer={
            <Button tone="brand" onClick={() => open.set(false)}>
              Add
            </Button>
          }
        >
          <TextInput label="Name" />
        </Dialog>,
      ];
    },
    "Of what is chosen": () => {
      const order = signal<number | null>(null);
      return [
        <Button onClick={() => order.set(12)}>Order 12</Button>,
        <Button onClick={() => order.set(13)}>Order 13</Button>,
        <Dialog title={() => `Order ${order.value}`} open={() => order.value !== null} onClose={() => order.set(null)}>
          Three bells and a basket.
        </Dialog>,
      ];
    },
    "Only the app closes it": () => {
      const open = signal(false);
      return [
        <Button onClick={() => open.set(true)}>Open</Button>,
        <Dialog
          title="Terms"
          size="small"
          open={open}
          closeable={false}
          footer={<Button onClick={() => open.set(false)}>I agree</Button>}
        >
          Nothing is free.
        </Dialog>,
      ];
    },
  },
});
