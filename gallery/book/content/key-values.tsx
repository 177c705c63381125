import { KeyValues } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Key values",
  widgets: ["KeyValues"],
  states: {
    Normal: () => <KeyValues items={{ System: "linux", Node: "20.19", Owner: "Ada" }} />,
    Stacked: () => <KeyValues stacked items={{ System: "linux", Node: "20.19" }} />,
  },
});
