import { Alert, Button } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Alert",
  widgets: ["Alert"],
  states: {
    Normal: () => <Alert>The printer is warming up.</Alert>,
    Kinds: () => [
      <Alert kind="success">Saved.</Alert>,
      <Alert kind="warning">Nearly full.</Alert>,
      <Alert kind="error">Not saved.</Alert>,
    ],
    "Complete, to be closed": () => (
      <Alert
        kind="warning"
        title="The printer is out of paper"
        closeable
        actions={<Button size="small">Order some</Button>}
      >
        Orders are kept and printed later.
      </Alert>
    ),
  },
});
