import { signal } from "tandem";
import { Markdown, Textarea } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Markdown",
  widgets: ["Markdown"],
  states: {
    Normal: () => (
      <Markdown
        headingLevel={3}
        text={
          "# Hello\n\nThis is **bold**, and `code`.\n\n- one\n- two\n\n| town | rain |\n|---|---|\n| Bergen | 190 |"
        }
      />
    ),
    Live: () => {
      const text = signal("Write *here*.");
      return [<Textarea label="Text" bind={text} />, <Markdown text={text} />];
    },
  },
});
