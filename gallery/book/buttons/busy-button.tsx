import { setTimeout } from "node:timers/promises";
import { BusyButton } from "tandem/ui";
import { entry } from "../entry.ts";

async function countUp(signal: AbortSignal, progress: (part: number) => void): Promise<void> {
  for (let count = 1; count <= 10; count++) {
    await setTimeout(300, undefined, { signal });
    progress(count / 10);
  }
}

export default entry({
  from: import.meta.url,
  title: "Busy button",
  widgets: ["BusyButton"],
  states: {
    Normal: () => (
      <BusyButton tone="brand" task={() => setTimeout(2000)}>
        Import
      </BusyButton>
    ),
    "With progress, to be cancelled": () => (
      <BusyButton cancellable task={({ signal, progress }) => countUp(signal, progress)}>
        Count to ten
      </BusyButton>
    ),
    Disabled: () => (
      <BusyButton disabled task={() => undefined}>
        Import
      </BusyButton>
    ),
  },
});
