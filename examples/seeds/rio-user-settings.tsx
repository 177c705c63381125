import { app, session, UserSettings } from "tandem";

class Reading extends UserSettings {
  static override readonly section = "reading";
  name = "";
  fontSize = 18;
  serif = true;
  lastVisit = new Date(0);
}

function Settings() {
  const reading = session.get(Reading);
  const look = () =>
    `font: ${reading.fontSize}px/1.5 ${reading.serif ? "Georgia, serif" : "system-ui, sans-serif"}`;
  const visit = () =>
    reading.lastVisit.getTime() === 0
      ? "never"
      : reading.lastVisit.toISOString().slice(0, 16).replace("T", " ");

  return (
    <div class="stack narrow">
      <h1>User settings</h1>
      <label>
        Your name{" "}
        <input
          value={() => reading.name}
          onInput={({ value }) => (reading.name = value)}
        />
      </label>
      <label>
        Size of the text{" "}
        <input
          type="range"
          min={12}
          max={32}
          value={() => reading.fontSize}
          onInput={({ number }) => (reading.fontSize = number ?? 18)}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={() => reading.serif}
          onChange={({ checked }) => {
            reading.serif = checked;
          }}
        />{" "}
        With serifs
      </label>
      <p class="boxed" style={look}>
        Good evening, {() => reading.name || "stranger"}. You were here last:{" "}
        {visit}.
      </p>
      <div class="line">
        <button onClick={() => (reading.lastVisit = new Date())}>
          I am here
        </button>
        <button onClick={() => reading.reset()}>Forget all</button>
      </div>
    </div>
  );
}

export default app(Settings, {
  title: "User settings",
  attachments: [Reading],
});
