import { For, session, signal, type InputEvent } from "tandem";

const FLAVOURS = ["Vanilla", "Chocolate", "Strawberry"];

export default function IceCream() {
  const chosen = signal("Vanilla");

  const choose = async () => {
    const dialog = session.showCustomDialog<string>(
      (dialog) => (
        <div class="stack">
          <h2>Which ice cream would you like?</h2>
          <label>
            Ice cream
            <select onChange={({ value }: InputEvent) => dialog.close(value)}>
              <option value="">Choose one</option>
              <For each={FLAVOURS}>
                {(flavour) => <option>{flavour}</option>}
              </For>
            </select>
          </label>
        </div>
      ),
      // Nothing but a choice closes it.
      { userCloseable: false },
    );
    chosen.value = (await dialog.waitForClose()) ?? chosen.value;
  };

  return (
    <div class="stack narrow">
      <div>
        <button onClick={choose}>Open the dialog</button>
      </div>
      <p>
        You have chosen: <b>{chosen}</b>
      </p>
    </div>
  );
}
