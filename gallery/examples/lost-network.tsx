import { For, every, session, signal, watch } from "tandem";

/** Nothing here deals with a lost line; it need not. */
export default function LostNetwork() {
  const clicks = signal(0);
  const note = signal("");
  const seconds = every(1000);
  const events = signal<readonly string[]>([]);

  watch(
    () => session.state.value.kind,
    (kind) => {
      const time = new Date().toLocaleTimeString("en-GB");
      events.value = [`${time} ${kind}`, ...events.value].slice(0, 6);
    },
    { immediate: true },
  );

  return (
    <div class="stack narrow">
      <p>
        The server has counted <output aria-label="Seconds">{seconds}</output>{" "}
        seconds. Cut the line and it stands still; join again and it is right at
        once.
      </p>
      <div class="line">
        <output aria-label="Clicks">{clicks}</output>
        <button onClick={() => clicks.value++}>Count</button>
      </div>
      <label>
        Write something meanwhile <input bind={note} autocomplete="off" />
      </label>
      <p>
        The server has: <b>{() => note.value || "nothing yet"}</b>
      </p>
      <section aria-label="The session's states">
        <ol class="deeds">
          <For each={events}>{(line) => <li>{line}</li>}</For>
        </ol>
      </section>
    </div>
  );
}
