import { Skeleton } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Skeleton",
  widgets: ["Skeleton"],
  states: {
    Normal: () => <Skeleton lines={3} />,
    Shapes: () => [<Skeleton shape="circle" width="3rem" height="3rem" />, <Skeleton shape="box" height="5rem" />],
  },
});
