import { Button, IconButton, Toolbar } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Toolbar",
  widgets: ["Toolbar"],
  states: {
    Normal: () => (
      <Toolbar label="Text" end={<IconButton icon="question-circle" label="Help" />}>
        <IconButton icon="type-bold" label="Bold" />
        <IconButton icon="type-italic" label="Italic" />
        <hr class="tandem-rule" />
        <Button size="small" appearance="plain">
          Clear
        </Button>
      </Toolbar>
    ),
  },
});
