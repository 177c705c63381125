import { For, onCleanup, session, signal } from "tandem";

export default function FlushLog() {
  const clicks = signal(0);
  const lines = signal<readonly string[]>([]);

  const log = () => {
    const time = new Date().toISOString().slice(11, 23);
    lines.update((all) => [`A flush occurred at ${time}`, ...all].slice(0, 8));
  };
  onCleanup(session.onFlush(log, { once: false }));

  return (
    <div class="stack narrow">
      <div class="line">
        <button onClick={() => clicks.value++}>Trigger a flush</button>
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
