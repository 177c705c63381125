import { Avatar } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Avatar",
  widgets: ["Avatar"],
  states: {
    Normal: () => (
      <p>
        <Avatar name="Ada Lovelace" />
      </p>
    ),
    Sizes: () => (
      <p>
        <Avatar name="Ada Lovelace" size="small" /> <Avatar name="Grace Hopper" />{" "}
        <Avatar name="Edith Clarke" size="large" />
      </p>
    ),
    "Beside the name": () => (
      <p>
        <Avatar name="Ada Lovelace" decorative /> Ada Lovelace
      </p>
    ),
  },
});
