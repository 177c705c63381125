import { signal, type Signal } from "tandem";

/** `bind` ties a control to a signal, both ways; the types must agree. */
export default function Controls() {
  const order = {
    name: signal("Rover"),
    notes: signal("Two wheels,\none chain."),
    gears: signal<number | null>(3),
    height: signal(58),
    bell: signal(true),
    size: signal("medium"),
    purpose: signal("town"),
    extras: signal(["basket"]),
    day: signal("2026-05-01"),
    time: signal("09:30"),
    colour: signal("#0f5c46"),
    isOpen: signal(false),
  };
  const fields: [name: string, field: Signal<unknown>][] =
    Object.entries(order);
  const fresh = fields.map(([, field]) => field.peek());

  const startOver = () => {
    for (const [index, [, field]] of fields.entries())
      field.value = fresh[index];
  };
  const asJson = () => {
    const values = fields.map(([name, field]) => [name, field.value]);
    return JSON.stringify(Object.fromEntries(values), null, 2);
  };

  return (
    <div class="halves">
      <form class="stack" aria-label="Order a bicycle">
        <label>
          Name <input bind={order.name} autocomplete="off" />
        </label>
        <label>
          Notes <textarea bind={order.notes} rows={2} />
        </label>
        <label>
          Gears <input type="number" bind={order.gears} min={1} max={14} />
        </label>
        <label>
          Saddle height: {order.height} cm
          <input type="range" bind={order.height} min={40} max={80} />
        </label>
        <label class="check">
          <input type="checkbox" bind={order.bell} /> With a bell
        </label>
        <fieldset class="line">
          <legend>Frame</legend>
          {["small", "medium", "large"].map((each) => (
            <label class="check">
              <input type="radio" name="size" bind={order.size} value={each} />{" "}
              {each}
            </label>
          ))}
        </fieldset>
        <label>
          For
          <select bind={order.purpose}>
            <option value="town">Town</option>
            <option value="touring">Touring</option>
            <option value="racing">Racing</option>
          </select>
        </label>
        <label>
          Extras
          <select multiple bind={order.extras} size={3}>
            <option value="basket">Basket</option>
            <option value="lights">Lights</option>
            <option value="pump">Pump</option>
          </select>
        </label>
        <label>
          Ready on <input type="date" bind={order.day} />
        </label>
        <label>
          At <input type="time" bind={order.time} />
        </label>
        <label>
          Colour <input type="color" bind={order.colour} />
        </label>
        <details bind={order.isOpen}>
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
