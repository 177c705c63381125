import { signal } from "tandem";
import { Button, Row, Stepper } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Stepper",
  widgets: ["Stepper"],
  states: {
    Normal: () => {
      const step = signal(1);
      return [
        <Stepper
          label="Order"
          current={step}
          steps={[{ label: "Cart" }, { label: "Address", description: "Where to" }, { label: "Payment" }]}
        />,
        <Row>
          <Button onClick={() => step.update((at) => Math.max(0, at - 1))}>Back</Button>
          <Button onClick={() => step.update((at) => Math.min(3, at + 1))}>Next</Button>
        </Row>,
      ];
    },
    Failed: () => (
      <Stepper
        label="Import"
        current={signal(2)}
        reach="none"
        steps={[{ label: "Read" }, { label: "Check", failed: true }, { label: "Keep" }]}
      />
    ),
  },
});
