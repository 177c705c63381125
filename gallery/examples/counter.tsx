import { signal } from "tandem";

/** Runs once. A click changes the signal, and only its text is sent. */
export default function Counter() {
  const clicks = signal(0);
  return (
    <form class="line" aria-label="Counter">
      <output aria-label="Clicks">{clicks}</output>
      <button type="button" onClick={() => clicks.value++}>
        Count
      </button>
    </form>
  );
}
