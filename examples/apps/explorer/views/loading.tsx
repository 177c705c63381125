import { Button, ProgressBar } from "tandem/ui";
import type { Opening } from "../opening.ts";

/** How far the reading is. */
export function Loading({
  opening: { name, step, cancel },
}: {
  opening: Opening & { state: "loading" };
}) {
  return (
    <main class="welcome">
      <h1>Explorer</h1>
      <ProgressBar label={`Reading ${name}`} value={() => step.value.part} />
      <p class="loaded">
        {() => `${step.value.rows.toLocaleString("en")} rows so far`}
      </p>
      <Button onClick={cancel}>Cancel</Button>
    </main>
  );
}
