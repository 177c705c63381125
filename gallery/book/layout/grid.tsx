import { Card, Grid } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Grid",
  widgets: ["Grid"],
  isWide: true,
  states: {
    Normal: () => (
      <Grid>
        <Card title="Today">12 bells</Card>
        <Card title="This week">80 bells</Card>
        <Card title="This year">4,211 bells</Card>
      </Grid>
    ),
    "Two beside each other, narrow": () => (
      <Grid columns={2} minWidth="8rem" gap="s">
        <Card title="Today">12 bells</Card>
        <Card title="This week">80 bells</Card>
      </Grid>
    ),
  },
});
