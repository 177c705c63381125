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
