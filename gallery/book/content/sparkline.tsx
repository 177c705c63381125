import { Sparkline } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Sparkline",
  widgets: ["Sparkline"],
  states: {
    Normal: () => <Sparkline label="Load" values={[0.2, 0.5, 0.4, 0.9, 0.7]} />,
  },
});
