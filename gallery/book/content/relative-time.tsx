import { RelativeTime } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Relative time",
  widgets: ["RelativeTime"],
  states: {
    Normal: () => (
      <p>
        Opened <RelativeTime time={new Date()} />.
      </p>
    ),
    "In German": () => (
      <p>
        <RelativeTime time={Date.now() + 86_400_000} language="de" />
      </p>
    ),
  },
});
