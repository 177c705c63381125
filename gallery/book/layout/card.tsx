import { Button, Card, IconButton } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Card",
  widgets: ["Card"],
  states: {
    Normal: () => <Card title="Order 12">Three bells and a basket.</Card>,
    Complete: () => (
      <Card
        title="Order 12"
        subtitle="Waiting for payment"
        icon="bag"
        actions={<IconButton label="Edit" icon="pencil" />}
        footer={<Button size="small">Remind</Button>}
      >
        Three bells and a basket.
      </Card>
    ),
    "To fill the window": () => (
      <Card title="Terms" expandable>
        <p>Nothing is free.</p>
      </Card>
    ),
    "Without a title": () => <Card>Just a surface.</Card>,
  },
});
