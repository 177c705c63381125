import { app, computed, session, signal, UserFacingError } from "tandem";

const CELLS = ["A1", "A2", "A3"];

function MessageHandler() {
  const values = signal<Readonly<Record<string, number>>>({});
  const sum = computed(() =>
    Object.values(values.value).reduce((total, value) => total + value, 0),
  );

  // What a page sends can be anything.
  session.setMessageHandler("set_cell", (cell, text) => {
    if (typeof cell !== "string" || !CELLS.includes(cell)) {
      throw new UserFacingError("There is no such cell.");
    }
    const value = Number(text);
    if (!Number.isFinite(value)) {
      throw new UserFacingError(`“${String(text)}” is no number.`);
    }
    values.update((all) => ({ ...all, [cell]: value }));
    return { sum: sum.value };
  });

  return (
    <div class="stack narrow">
      <fieldset id="cells" class="stack">
        <legend>Cells that a script of the page saves</legend>
        {CELLS.map((cell) => (
          <label>
            {cell} <input name={cell} inputmode="decimal" autocomplete="off" />
          </label>
        ))}
      </fieldset>
      <p id="cells-answer" class="boxed" role="status">
        Change a cell.
      </p>
      <p>
        Sum on the server: <b>{sum}</b>
      </p>
    </div>
  );
}

const scripts = `
  document.addEventListener("change", async ({ target }) => {
    if (!target.matches("#cells input")) return;
    const answer = document.getElementById("cells-answer");
    try {
      const { sum } = await Tandem.makeRequest("set_cell", target.name, target.value);
      answer.textContent = target.name + " is saved. The sum is now " + sum + ".";
    } catch (error) {
      answer.textContent = error.message;
    }
  });
`;

export default app(MessageHandler, { title: "Message handler", scripts });
