import { Divider } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Divider",
  widgets: ["Divider"],
  states: {
    Normal: () => (
      <div>
        <p>Above</p>
        <Divider />
        <p>Below</p>
      </div>
    ),
    "With a word": () => (
      <div>
        <p>By e-mail</p>
        <Divider>or</Divider>
        <p>by telephone</p>
      </div>
    ),
  },
});
