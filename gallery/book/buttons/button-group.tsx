import { signal } from "tandem";
import { Button, ButtonGroup } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Button group",
  widgets: ["ButtonGroup"],
  states: {
    Normal: () => {
      const shown = signal("week");
      return (
        <ButtonGroup label="Period">
          {["day", "week", "month"].map((period) => (
            <Button pressed={() => shown.value === period} onClick={() => shown.set(period)}>
              {period}
            </Button>
          ))}
        </ButtonGroup>
      );
    },
  },
});
