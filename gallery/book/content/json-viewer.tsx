import { JsonViewer } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "JSON viewer",
  widgets: ["JsonViewer"],
  states: {
    Normal: () => <JsonViewer label="Order" value={{ id: 12, lines: [{ text: "Bell", count: 3 }], paid: false }} />,
    "Without search": () => (
      <JsonViewer label="Order" search={false} openTo={2} value={{ id: 12, lines: ["Bell", "Basket"] }} />
    ),
  },
});
