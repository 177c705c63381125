import { signal } from "tandem";

const FRESH = {
  text: "Rover",
  notes: "Two wheels,\none chain.",
  gears: 3 as number | null,
  height: 58,
  bell: true,
  size: "medium",
  purpose: "town",
  extras: ["basket"],
  day: "2026-05-01",
  time: "09:30",
  colour: "#0f5c46",
  isOpen: false,
};

/** `bind` ties a control to a signal, both ways; its type must be the control's. */
export default function Controls() {
  const text = signal(FRESH.text);
  const notes = signal(FRESH.notes);
  const gears = signal(FRESH.gears);
  const height = signal(FRESH.height);
  const bell = signal(FRESH.bell);
  const size = signal(FRESH.size);
  const purpose = signal(FRESH.purpose);
  const extras = signal(FRESH.extras);
  const day = signal(FRESH.day);
  const time = signal(FRESH.time);
  const colour = signal(FRESH.colour);
  const isOpen = signal(FRESH.isOpen);
  const order = {
    text,
    notes,
    gears,
    height,
    bell,
    size,
    purpose,
    extras,
    day,
    time,
    colour,
    isOpen,
  };

  const startOver = () => {
    for (const [name, field] of Object.entries(order))
      field.set(FRESH[name as keyof typeof FRESH] as never);
  };
  const asJson = () => {
    const values = Object.entries(order).map(([name, field]) => [
      name,
      field.value,
    ]);
    return JSON.stringify(Object.fromEntries(values), null, 2);
  };

  return (
    <div class="halves">
      <form class="stack" aria-label="Order a bicycle">
        <label>
          Name <input bind={text} autocomplete="off" />
        </label>
        <label>
          Notes <textarea bind={notes} rows={2} />
        </label>
        <label>
          Gears <input type="number" bind={gears} min={1} max={14} />
        </label>
        <label>
          Saddle height: {height} cm
          <input type="range" bind={height} min={40} max={80} />
        </label>
        <label class="check">
          <input type="checkbox" bind={bell} /> With a bell
        </label>
        <fieldset class="line">
          <legend>Frame</legend>
          {["small", "medium", "large"].map((each) => (
            <label class="check">
              <input type="radio" name="size" bind={size} value={each} /> {each}
            </label>
          ))}
        </fieldset>
        <label>
          For
          <select bind={purpose}>
            <option value="town">Town</option>
            <option value="touring">Touring</option>
            <option value="racing">Racing</option>
          </select>
        </label>
        <label>
          Extras
          <select multiple bind={extras} size={3}>
            <option value="basket">Basket</option>
            <option value="lights">Lights</option>
            <option value="pump">Pump</option>
          </select>
        </label>
        <label>
          Ready on <input type="date" bind={day} />
        </label>
        <label>
          At <input type="time" bind={time} />
        </label>
        <label>
          Colour <input type="color" bind={colour} />
        </label>
        <details bind={isOpen}>
          <summary>The small print</summary>
          <p>No bicycle will be built.</p>
        </details>
        <button type="button" onClick={startOver}>
          Start over
        </button>
      </form>
      <pre
        class="scroll"
        tabindex={0}
        role="region"
        aria-label="State on the server"
      >
        {asJson}
      </pre>
    </div>
  );
}
