import { Badge, Stack } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Stack",
  widgets: ["Stack"],
  states: {
    Normal: () => (
      <Stack>
        <Badge>One</Badge>
        <Badge>Two</Badge>
        <Badge>Three</Badge>
      </Stack>
    ),
    "Close together, in the middle": () => (
      <Stack gap="xs" align="center">
        <Badge>One</Badge>
        <Badge>Two</Badge>
      </Stack>
    ),
  },
});
