import { setTimeout as wait } from "node:timers/promises";
import { signal, type InputEvent } from "tandem";

/** Shows what the server makes of each keystroke, however long that takes. */
export default function Typing() {
  const text = signal("");
  const delay = signal(0);
  const keystrokes = signal(0);

  const shout = async ({ value }: InputEvent) => {
    keystrokes.value++;
    if (delay.value > 0) await wait(delay.value);
    text.value = value.toUpperCase();
  };

  return (
    <form class="stack narrow" aria-label="Typing">
      <label>
        Type quickly
        <input
          value={text}
          onInput={shout}
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <label>
        The server takes {delay} ms longer
        <input type="range" bind={delay} min={0} max={1000} step={100} />
      </label>
      <output aria-label="On the server">
        {() => `${keystrokes} changes heard, ${text.value.length} letters here`}
      </output>
    </form>
  );
}
