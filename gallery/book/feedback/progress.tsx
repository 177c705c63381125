import { signal } from "tandem";
import { Button, ProgressBar, ProgressCircle } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Progress",
  widgets: ["ProgressBar", "ProgressCircle"],
  states: {
    Bar: () => <ProgressBar label="Importing" value={0.4} />,
    Circle: () => <ProgressCircle label="Importing" value={0.4} />,
    "Nobody knows how far": () => <ProgressBar label="Importing" value={undefined} />,
    Bound: () => {
      const done = signal(3);
      return [
        <ProgressBar label="Steps" value={done} max={10} />,
        <Button onClick={() => done.update((steps) => (steps + 1) % 11)}>A step</Button>,
      ];
    },
  },
});
