import { Show, computed, signal } from "tandem";

/** Each rule is computed once; the controls that depend on it name it. */
export default function FlightBooker() {
  const kind = signal("one-way");
  const departure = signal("27.03.2026");
  const arrival = signal("27.03.2026");
  const booked = signal("");

  const leaves = computed(() => parseDate(departure.value));
  const returns = computed(() => parseDate(arrival.value));
  const isReturn = computed(() => kind.value === "return");
  const canBook = computed(() => {
    if (leaves.value === null) return false;
    return (
      !isReturn.value ||
      (returns.value !== null && returns.value >= leaves.value)
    );
  });

  const book = () => {
    const back = isReturn.value ? `, returning on ${arrival.value}` : "";
    booked.value = `Your ${kind.value} flight is booked for ${departure.value}${back}.`;
  };

  return (
    <form class="stack narrow" aria-label="Booking" onSubmit={book}>
      <label>
        Flight
        <select bind={kind}>
          <option value="one-way">One-way flight</option>
          <option value="return">Return flight</option>
        </select>
      </label>
      <label>
        Departure
        <input
          bind={departure}
          aria-invalid={() => leaves.value === null}
          placeholder="DD.MM.YYYY"
        />
      </label>
      <label>
        Return
        <input
          bind={arrival}
          disabled={() => !isReturn.value}
          aria-invalid={() => isReturn.value && returns.value === null}
          placeholder="DD.MM.YYYY"
        />
      </label>
      <button disabled={() => !canBook.value}>Book</button>
      <Show when={booked}>
        <p role="status">{booked}</p>
      </Show>
    </form>
  );
}

/** Milliseconds, or `null` for what is no date: `31.02.2026` is none. */
function parseDate(text: string): number | null {
  const [, day, month, year] =
    /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text.trim()) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day) ? date.getTime() : null;
}
