import { Button, IconButton, Tooltip } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Tooltip",
  widgets: ["Tooltip"],
  states: {
    Normal: () => (
      <Tooltip text="Everybody will see it">
        <Button tone="brand">Publish</Button>
      </Tooltip>
    ),
    Below: () => (
      <Tooltip text="Only you will see it" placement="bottom">
        <IconButton label="Keep" icon="bookmark" />
      </Tooltip>
    ),
  },
});
