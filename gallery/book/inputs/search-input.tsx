import { signal } from "tandem";
import { SearchInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Search",
  widgets: ["SearchInput"],
  states: {
    Normal: () => <SearchInput label="Find a town" />,
    Filled: () => <SearchInput label="Find a town" value="Oslo" help="Help stands below." />,
    Bound: () => {
      const value = signal("");
      return [<SearchInput label="Find a town" bind={value} />, <p>Looking for “{value}”</p>];
    },
    "At Enter": () => {
      const found = signal("nothing yet");
      return [<SearchInput label="Find" onSearch={(text) => found.set(text)} />, <p>Looked for {found}.</p>];
    },
    Required: () => <SearchInput label="Find a town" required />,
    Wrong: () => <SearchInput label="Find a town" value="Oslo" error="This is taken." />,
    Disabled: () => <SearchInput label="Find a town" value="Oslo" disabled />,
    "Read only": () => <SearchInput label="Find a town" value="Oslo" readonly />,
    Sizes: () => [
      <SearchInput label="Small" value="Oslo" size="small" />,
      <SearchInput label="Medium" value="Oslo" />,
      <SearchInput label="Large" value="Oslo" size="large" />,
    ],
    "Label beside": () => <SearchInput label="Find a town" value="Oslo" labelBeside />,
  },
});
