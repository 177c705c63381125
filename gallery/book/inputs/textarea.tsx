import { signal } from "tandem";
import { Textarea } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Text area",
  widgets: ["Textarea"],
  states: {
    Normal: () => <Textarea label="Note" />,
    Filled: () => <Textarea label="Note" value="Several\nlines" help="Help stands below." />,
    Growing: () => <Textarea label="Note" autoGrow rows={2} maxRows={6} placeholder="Write, and it grows" />,
    Counted: () => <Textarea label="Note" maxLength={140} showCount value="Not too long." />,
    "At Ctrl+Enter": () => {
      const notes = signal(0);
      return [
        <Textarea label="Note" help="Ctrl+Enter keeps it." onSubmit={() => notes.value++} />,
        <p>{notes} kept</p>,
      ];
    },
    Monospace: () => <Textarea label="Query" monospace value={"select name\nfrom towns"} />,
    Required: () => <Textarea label="Note" required />,
    Wrong: () => <Textarea label="Note" value="Several\nlines" error="That is too rude." />,
    Disabled: () => <Textarea label="Note" value="Several\nlines" disabled />,
    "Read only": () => <Textarea label="Note" value="Several\nlines" readonly />,
    Sizes: () => [
      <Textarea label="Small" value="Several\nlines" size="small" />,
      <Textarea label="Medium" value="Several\nlines" />,
      <Textarea label="Large" value="Several\nlines" size="large" />,
    ],
    "Label beside": () => <Textarea label="Note" value="Several\nlines" labelBeside />,
  },
});
