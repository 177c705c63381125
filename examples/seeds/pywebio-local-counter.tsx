import { For, session, signal } from "tandem";

declare module "tandem" {
  interface SessionLocal {
    count?: number;
  }
}

/** Both find the session's own counter, without being handed it. */
const add = () => {
  session.local.count = (session.local.count ?? 0) + 1;
};
const current = () => session.local.count ?? 0;

export default function LocalCounter() {
  const shown = signal<readonly number[]>([]);

  return (
    <div class="stack narrow">
      <div class="line">
        <button onClick={add}>Add counter</button>
        <button onClick={() => shown.update((all) => [...all, current()])}>
          Show counter
        </button>
      </div>
      <ol class="line" aria-label="Shown">
        <For each={shown}>{(count) => <li>{count}</li>}</For>
      </ol>
    </div>
  );
}
