import { setTimeout as wait } from "node:timers/promises";
import { Await, For, req, resource, signal } from "tandem";

const PARTS = [
  "axle basket bell brake cable chain chainring crank fork frame freewheel",
  "grip handlebar hub lamp mudguard pedal pump rack rim saddle spoke wheel",
].flatMap((line) => line.split(" "));

let visits = 0;

export default function Async() {
  const query = signal("ch");
  const calledOff = signal(0);

  /** Loads again when the query changes, and calls off the load before. */
  const found = resource(async ({ signal: aborted }) => {
    const prefix = req(query.value.trim().toLowerCase());
    aborted.addEventListener("abort", () => calledOff.value++);
    await wait(400, undefined, { signal: aborted });
    return PARTS.filter((part) => part.startsWith(prefix));
  });

  return (
    <div class="stack">
      <form class="stack narrow" aria-label="Find a part">
        <label>
          Find a part <input type="search" bind={query} autocomplete="off" />
        </label>
        <p role="status">
          {() =>
            found.loading ? "Looking…" : `${found.value?.length ?? 0} found`
          }
          , {calledOff} searches called off
        </p>
        <ul class="found" aria-label="Parts found">
          <For each={() => found.value ?? []}>{(part) => <li>{part}</li>}</For>
        </ul>
      </form>
      <Await
        value={readOdometer}
        fallback={<p class="boxed">Reading the odometer…</p>}
        failed={(error, retry) => (
          <p class="boxed line" role="alert">
            {(error as Error).message}{" "}
            <button onClick={retry}>Try again</button>
          </p>
        )}
      >
        {(kilometres) => (
          <p class="boxed">The odometer says {kilometres} km.</p>
        )}
      </Await>
    </div>
  );
}

/** Takes its time, and fails every first time. */
async function readOdometer(): Promise<number> {
  await wait(300);
  if (visits++ % 2 === 0) throw new Error("The odometer did not answer.");
  return 1000 + visits;
}
