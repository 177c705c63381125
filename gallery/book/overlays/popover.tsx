import { signal } from "tandem";
import { Popover, TextInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Popover",
  widgets: ["Popover"],
  states: {
    Normal: () => (
      <Popover button="Filter" title="Filter orders" icon="funnel">
        <TextInput label="City" />
      </Popover>
    ),
    Bound: () => {
      const open = signal(false);
      return [
        <Popover button="More" title="More to read" open={open} placement="bottom-end">
          A few words more.
        </Popover>,
        <p>{() => (open.value ? "Open" : "Closed")}</p>,
      ];
    },
    Disabled: () => (
      <Popover button="Filter" title="Filter orders" disabled>
        Nothing
      </Popover>
    ),
  },
});
