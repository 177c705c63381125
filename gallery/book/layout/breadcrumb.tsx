import { Breadcrumb } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Breadcrumb",
  widgets: ["Breadcrumb"],
  states: {
    Normal: () => (
      <Breadcrumb items={[{ label: "Home", to: "/" }, { label: "Orders", to: "/orders" }, { label: "Order 12" }]} />
    ),
  },
});
