import { setTimeout } from "node:timers/promises";
import { signal } from "tandem";
import { Button, type Progress, type ProgressTask, runWithProgress, TaskProgress } from "tandem/ui";
import { entry } from "../entry.ts";

async function countUp(progress: Progress, signal: AbortSignal): Promise<void> {
  for (let row = 1; row <= 100; row++) {
    await setTimeout(50, undefined, { signal });
    progress.report(row, 100);
  }
}

export default entry({
  from: import.meta.url,
  title: "Task progress",
  widgets: ["TaskProgress"],
  states: {
    Normal: () => {
      const task = signal<ProgressTask<void> | undefined>(undefined);
      const start = () => {
        task.value = runWithProgress(countUp, { label: "Importing" });
      };
      return [<Button onClick={start}>Import</Button>, <TaskProgress task={task} onRetry={start} />];
    },
  },
});
