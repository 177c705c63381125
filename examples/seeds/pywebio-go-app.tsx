import { app, apps, session } from "tandem";

function Lobby() {
  return (
    <div class="stack">
      <h1>Lobby</h1>
      <p>Two apps of one server; each visit is a session of its own.</p>
      <div class="line">
        <button onClick={() => session.goApp("workshop", { newWindow: false })}>
          Go to the workshop
        </button>
        <button class="plain" onClick={() => session.goApp("workshop")}>
          Open the workshop in a new window
        </button>
      </div>
    </div>
  );
}

function Workshop() {
  return (
    <div class="stack">
      <h1>Workshop</h1>
      <div>
        <button onClick={() => session.goApp("lobby", { newWindow: false })}>
          Back to the lobby
        </button>
      </div>
    </div>
  );
}

/** Also by themselves, for who shows them beside others. */
export const lobby = app(Lobby, { title: "Lobby" });
export const workshop = app(Workshop, { title: "Workshop" });

export default apps({ lobby, workshop });
