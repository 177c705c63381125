import { session } from "tandem";
import { Button } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Toast",
  widgets: [],
  states: {
    Normal: () => <Button onClick={() => session.notify("Saved.")}>Save</Button>,
    "With an action": () => (
      <Button
        onClick={() => {
          session.notify("Deleted a.txt.", { kind: "success", action: { label: "Undo", onClick: () => undefined } });
        }}
      >
        Delete
      </Button>
    ),
  },
});
