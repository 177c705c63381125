import { Spinner } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Spinner",
  widgets: ["Spinner"],
  states: {
    Normal: () => <Spinner label="Loading the report" />,
    "With its label": () => <Spinner label="Loading the report" showLabel />,
    Sizes: () => [<Spinner size="small" />, <Spinner />, <Spinner size="large" />],
  },
});
