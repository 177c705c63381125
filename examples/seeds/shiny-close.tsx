import { For, session, signal } from "tandem";

/** Outside of the component, so that it is there when a session no longer is. */
const ends = signal<readonly string[]>([]);

export default function Close() {
  session.onEnded(() => {
    const time = new Date().toLocaleTimeString("en-GB");
    ends.update((all) => [`A session ended at ${time}`, ...all].slice(0, 5));
  });

  return (
    <div class="stack narrow">
      <div>
        <button onClick={() => session.close()}>Close the session</button>
      </div>
      <section aria-label="Sessions that ended">
        <ol class="deeds">
          <For each={ends}>{(line) => <li>{line}</li>}</For>
        </ol>
      </section>
    </div>
  );
}
