import { For, computed, session, signal, type MouseEvent } from "tandem";

const COLUMNS = 12;
const ROWS = 8;
const COLOURS = ["green", "brass", "red", "blue"];

const colourOf = (client: number) => COLOURS[(client - 1) % COLOURS.length];
const range = (length: number) => Array.from({ length }, (_, index) => index);

/** One session, one state, and as many screens as have joined it. */
export default function SharedScreen() {
  const painted = range(COLUMNS * ROWS).map(() => signal(0));
  const deeds = signal<readonly string[]>([]);
  const title = signal("Our mosaic");
  const clients = computed(() =>
    session.state.value.kind === "connected" ? session.state.value.clients : 0,
  );

  const paint = (tile: number, { client }: MouseEvent) => {
    painted[tile]!.value = painted[tile]!.value === client.id ? 0 : client.id;
    tell(client.id, `painted tile ${place(tile)}`);
  };
  const clear = ({ client }: MouseEvent) => {
    for (const tile of painted) tile.value = 0;
    tell(client.id, "wiped the board");
  };
  const tell = (client: number, deed: string) => {
    deeds.value = [`Screen ${client} ${deed}`, ...deeds.value].slice(0, 5);
  };

  return (
    <div class="stack">
      <a href={session.shareUrl()} target="_blank">
        Join with a second screen
      </a>
      <p role="status">
        {() => (clients.value === 1 ? "One screen" : `${clients} screens`)}{" "}
        attached.
      </p>
      <label>
        Title, for all to edit <input bind={title} autocomplete="off" />
      </label>
      <div class="mosaic" role="group" aria-label={title}>
        {painted.map((painter, tile) => (
          <button
            class={() =>
              painter.value === 0 ? "" : `paint-${colourOf(painter.value)}`
            }
            aria-label={() => `Tile ${place(tile)}${by(painter.value)}`}
            onClick={(event) => paint(tile, event)}
          />
        ))}
      </div>
      <div class="line">
        <button onClick={clear}>Wipe</button>
      </div>
      <ol class="deeds" aria-label="What happened">
        <For each={deeds}>{(deed) => <li>{deed}</li>}</For>
      </ol>
    </div>
  );
}

const by = (client: number) => (client ? `, painted by screen ${client}` : "");
const place = (tile: number) =>
  `${"ABCDEFGHIJKL"[tile % COLUMNS]}${Math.floor(tile / COLUMNS) + 1}`;
