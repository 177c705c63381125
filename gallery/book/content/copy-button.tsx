import { CopyButton } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Copy button",
  widgets: ["CopyButton"],
  states: {
    Normal: () => <CopyButton text="https://example.org/join" label="Copy the link" />,
    "Of an element": () => (
      <p>
        <code id="book-link">https://example.org/join</code> <CopyButton from="book-link" />
      </p>
    ),
  },
});
