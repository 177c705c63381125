import { For, session, signal } from "tandem";

const now = () => new Date().toISOString().slice(11, 23);

export default function FlushedLog() {
  const clicks = signal(0);
  const lines = signal<readonly string[]>([]);
  const log = (line: string) => lines.update((all) => [...all, line].slice(-8));

  const click = () => {
    const click = ++clicks.value;
    session.onFlush(() => log(`Click ${click} is about to be sent, ${now()}`));
    session.onFlushed(() => log(`Click ${click} has been sent, ${now()}`));
  };

  return (
    <div class="stack narrow">
      <div class="line">
        <button onClick={click}>Trigger a flush</button>
        <span>
          Number of clicks:{" "}
          <output aria-label="Number of clicks">{clicks}</output>
        </span>
      </div>
      <section aria-label="Flushes">
        <ol class="deeds">
          <For each={lines}>{(line) => <li>{line}</li>}</For>
        </ol>
      </section>
    </div>
  );
}
