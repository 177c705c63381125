import { ClipboardError, session, signal } from "tandem";

export default function Clipboard() {
  const text = signal("Two riders, one bicycle.");
  const outcome = signal("Nothing copied yet.");

  const tell = (error: unknown) => {
    if (!(error instanceof ClipboardError)) throw error;
    outcome.value = `Your browser refused (${error.clientName}).`;
  };

  const copy = async () => {
    await session.setClipboard(text.value);
    outcome.value = "Copied.";
  };

  const paste = async () => {
    text.value = await session.getClipboard();
    outcome.value = "Pasted.";
  };

  return (
    <div class="stack narrow">
      <label>
        Text <textarea bind={text} rows={3} />
      </label>
      <div class="line">
        <button onClick={() => copy().catch(tell)}>Copy</button>
        <button onClick={() => paste().catch(tell)}>Paste</button>
      </div>
      <p role="status">{outcome}</p>
    </div>
  );
}
