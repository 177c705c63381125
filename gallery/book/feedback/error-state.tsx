import { UserFacingError } from "tandem";
import { ErrorState } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Error state",
  widgets: ["ErrorState"],
  states: {
    Normal: () => <ErrorState />,
    Complete: () => (
      <ErrorState title="No report" error={new UserFacingError("The file is empty.")} retry={() => undefined}>
        Ask for another.
      </ErrorState>
    ),
  },
});
