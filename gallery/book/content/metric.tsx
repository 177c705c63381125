import { Metric } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Metric",
  widgets: ["Metric"],
  states: {
    Normal: () => <Metric label="Orders today" value={128} />,
    "With change and trend": () => (
      <Metric label="Orders" value={128} change={0.12} note="than yesterday" trend={[90, 101, 98, 114, 128]} />
    ),
    "Down is good": () => <Metric label="Complaints" value={3} change={-0.4} good="down" />,
  },
});
