import { IconButton } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Icon button",
  widgets: ["IconButton"],
  states: {
    Normal: () => <IconButton label="Edit" icon="pencil" />,
    Appearances: () => (
      <p>
        <IconButton label="Add" icon="plus-lg" tone="brand" appearance="filled" />{" "}
        <IconButton label="Star" icon="star" appearance="outlined" />
      </p>
    ),
    Disabled: () => <IconButton label="Edit" icon="pencil" disabled />,
  },
});
