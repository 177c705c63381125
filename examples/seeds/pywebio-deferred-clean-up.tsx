import { For, session, signal } from "tandem";

let lastVisitor = 0;
const log = signal<readonly string[]>([]);
const note = (line: string) =>
  log.update((lines) => [line, ...lines].slice(0, 8));

export default function DeferredCleanUp() {
  const visitor = ++lastVisitor;
  note(`Visitor ${visitor} came.`);

  // However the session ends, these run in this order.
  session.onEnded(() => note(`Visitor ${visitor} went: clearing the table.`));
  session.onEnded(() =>
    note(`Visitor ${visitor} went: putting out the light.`),
  );

  return (
    <div class="stack">
      <p>
        You are visitor {visitor}. Open this page in another window, close that
        again, and see who cleans up.
      </p>
      <ol class="deeds" aria-label="Log">
        <For each={log}>{(line) => <li>{line}</li>}</For>
      </ol>
    </div>
  );
}
