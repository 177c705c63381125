import { Badge } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Badge",
  widgets: ["Badge"],
  states: {
    Normal: () => (
      <p>
        <Badge>Draft</Badge>
      </p>
    ),
    Tones: () => (
      <p>
        <Badge tone="brand">New</Badge> <Badge tone="success">Paid</Badge> <Badge tone="warning">Due</Badge>{" "}
        <Badge tone="danger">Late</Badge> <Badge tone="neutral">Draft</Badge>
      </p>
    ),
    "With a dot": () => (
      <p>
        <Badge tone="success" dot>
          Running
        </Badge>
      </p>
    ),
  },
});
