import { signal, type FileInfo } from "tandem";
import { FileInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "File input",
  widgets: ["FileInput"],
  states: {
    Normal: () => <FileInput label="Photo" />,
    Bound: () => {
      const papers = signal<FileInfo[]>([]);
      return [
        <FileInput label="Papers" bind={papers} maxCount={5} />,
        <p>{() => papers.value.map(({ name, sizeInBytes }) => `${name} (${sizeInBytes} bytes)`).join(", ")}</p>,
      ];
    },
    "Of one kind, and small": () => (
      <FileInput label="Photo" types={["png", "jpeg"]} maxSize={200_000} prompt="Drop a small photo" />
    ),
    Required: () => <FileInput label="Photo" required />,
    Wrong: () => <FileInput label="Photo" error="We have that one." />,
    Disabled: () => <FileInput label="Photo" disabled />,
  },
});
