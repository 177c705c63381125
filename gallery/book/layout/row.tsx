import { Button, Row } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Row",
  widgets: ["Row"],
  states: {
    Normal: () => (
      <Row>
        <Button>Cancel</Button>
        <Button tone="brand">Save</Button>
      </Row>
    ),
    "At the end": () => (
      <Row justify="end">
        <Button>Cancel</Button>
        <Button tone="brand">Save</Button>
      </Row>
    ),
    "At both ends": () => (
      <Row justify="between">
        <Button>Back</Button>
        <Button tone="brand">Next</Button>
      </Row>
    ),
  },
});
