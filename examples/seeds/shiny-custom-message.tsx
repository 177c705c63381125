import { app, session, signal } from "tandem";

function CustomMessage() {
  const text = signal("");

  const submit = () =>
    session.sendCustomMessage("append_msg", { msg: text.value });

  return (
    <form class="stack narrow" onSubmit={submit}>
      <label>
        Enter a message <input bind={text} autocomplete="off" />
      </label>
      <button>Submit the message</button>
      {/* The page's script fills this; the session leaves it alone. */}
      <section id="messages" aria-label="Messages" aria-live="polite" />
    </form>
  );
}

const scripts = `
  Tandem.addCustomMessageHandler("append_msg", ({ msg }) => {
    const line = document.createElement("p");
    line.textContent = msg;
    document.getElementById("messages").append(line);
  });
`;

export default app(CustomMessage, { title: "Custom message", scripts });
