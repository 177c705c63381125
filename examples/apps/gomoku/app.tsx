import { readFileSync } from "node:fs";
import {
  app,
  createContext,
  effect,
  page,
  PageView,
  session,
  signal,
  useContext,
  UserSettings,
} from "tandem";
import type { Person } from "./game.ts";
import { Lobby } from "./lobby.tsx";
import { keptName } from "./names.ts";
import { TableView } from "./table-view.tsx";

/** What people are called, kept by their browser. */
class Player extends UserSettings {
  name = "";
}

let guests = 0;
const Self = createContext<Person>({ name: signal("") });

const lobby = page({
  path: "/",
  component: () => <Lobby name={useContext(Self).name} />,
});
const table = page({
  path: "/:table",
  component: ({ params }) => {
    const self = useContext(Self);
    return () => <TableView id={params.table.value} self={self} />;
  },
});

/** A game for two, with a lobby, links to invite by, and watchers. */
function Gomoku() {
  const player = session.get(Player);
  const self: Person = {
    name: signal(keptName(player.name) || `Guest ${++guests}`),
  };
  effect(() => {
    if (!self.name.value.startsWith("Guest ")) player.name = self.name.value;
  });
  return (
    <Self.Provider value={self}>
      <PageView />
    </Self.Provider>
  );
}

export default app(Gomoku, {
  title: "Gomoku",
  lang: "en",
  pages: [lobby, table],
  attachments: [Player],
  styles: readFileSync(new URL("gomoku.css", import.meta.url), "utf8"),
});
