import { app, createHandler, session, signal } from "tandem";
import { authenticate } from "./people.ts";

/** Notes that all share, each signed by whoever wrote it. */
const notes = signal<readonly string[]>([]);

function Desk() {
  const text = signal("");
  return (
    <main>
      <h1>Good day, {session.user?.name}</h1>
      <form
        onSubmit={(event) => {
          notes.value = [
            ...notes.value,
            `${event.client.user?.name}: ${text.value}`,
          ];
          text.value = "";
        }}
      >
        <label>
          Note <input bind={text} required />
        </label>
        <button>Add</button>
      </form>
      <ul>{() => notes.value.map((note) => <li>{note}</li>)}</ul>
      <form method="post" action="/logout">
        <button>Log out, everywhere</button>
      </form>
    </main>
  );
}

/** What each of the hosts beside this file mounts. */
export const desk = createHandler(
  app(Desk, {
    title: "Desk",
    hardDisconnectMessage: "You have logged out.",
    styles: "body { font-family: system-ui }",
  }),
  { basePath: "/desk", authenticate },
);
