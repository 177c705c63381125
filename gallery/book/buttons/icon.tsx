import { Icon } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Icon",
  widgets: ["Icon"],
  states: {
    Normal: () => (
      <p>
        <Icon name="check-circle-fill" /> Saved <Icon name="lock" label="Only you can see this" />
      </p>
    ),
    Large: () => <Icon name="bicycle" size="large" label="A tandem" />,
  },
});
