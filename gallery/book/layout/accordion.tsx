import { signal } from "tandem";
import { Accordion } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Accordion",
  widgets: ["Accordion"],
  states: {
    Normal: () => (
      <Accordion
        sections={[
          { title: "Delivery", content: "It takes three days." },
          { title: "Returns", content: () => <p>Within a month.</p> },
        ]}
      />
    ),
    "One open at a time": () => {
      const open = signal(true);
      return (
        <Accordion
          single
          sections={[
            { title: "Delivery", icon: "truck", content: "It takes three days.", open },
            { title: "Returns", icon: "box", content: "Within a month." },
          ]}
        />
      );
    },
  },
});
