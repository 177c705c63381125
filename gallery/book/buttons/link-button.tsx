import { LinkButton } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Link button",
  widgets: ["LinkButton"],
  states: {
    Normal: () => <LinkButton to="/">To the front page</LinkButton>,
    Filled: () => (
      <LinkButton to="/" tone="brand" appearance="filled">
        To the front page
      </LinkButton>
    ),
    Disabled: () => (
      <LinkButton to="/" disabled>
        To the front page
      </LinkButton>
    ),
  },
});
