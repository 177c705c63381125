import { Button, EmptyState } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Empty state",
  widgets: ["EmptyState"],
  states: {
    Normal: () => <EmptyState title="No orders yet" />,
    Complete: () => (
      <EmptyState icon="inbox" title="No orders yet" actions={<Button tone="brand">Add one</Button>}>
        Orders come here as soon as someone places one.
      </EmptyState>
    ),
  },
});
