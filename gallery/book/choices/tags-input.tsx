import { signal } from "tandem";
import { TagsInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Tags input",
  widgets: ["TagsInput"],
  states: {
    Normal: () => <TagsInput label="Keywords" placeholder="Add some" help="Enter or a comma ends one." />,
    Bound: () => {
      const words = signal<string[]>(["rain", "wind"]);
      return [<TagsInput label="Keywords" bind={words} />, <p>{() => JSON.stringify(words.value)}</p>];
    },
    "At most three": () => <TagsInput label="Keywords" value={["rain", "wind"]} max={3} />,
    "Of one kind": () => (
      <TagsInput label="Guests" value={["ada@example.com"]} tag={{ type: "email" }} help="Their addresses." />
    ),
    "With suggestions": () => <TagsInput label="Colours" suggestions={["red", "green", "blue"]} />,
    Required: () => <TagsInput label="Keywords" required />,
    Wrong: () => <TagsInput label="Keywords" value={["rain", "wind"]} error="Too wet." />,
    Disabled: () => <TagsInput label="Keywords" value={["rain", "wind"]} disabled />,
    "Read only": () => <TagsInput label="Keywords" value={["rain", "wind"]} readonly />,
  },
});
