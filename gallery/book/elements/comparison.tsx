import { Comparison } from "tandem/ui";
import { entry } from "../entry.ts";
import { hill } from "./pictures.ts";

export default entry({
  from: import.meta.url,
  title: "Comparison",
  widgets: ["Comparison"],
  states: {
    Normal: () => (
      <Comparison
        before={{ src: hill("#8ec5ea", "#4f7f4b"), alt: "A hill by day" }}
        after={{ src: hill("#27304d", "#1c2530"), alt: "The hill by night" }}
      />
    ),
  },
});
