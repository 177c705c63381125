import gomoku from "../../examples/apps/gomoku/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const gomokuExample: Example = {
  path: "apps/gomoku",
  title: "Gomoku",
  summary: "Five in a row for two, by a link; others watch.",
  text: "A table is an object on the server, and its stones are signals that all who are at it share. Rules are asked where they hold: a page that claims a move out of turn changes nothing. Who leaves frees the seat.",
  ...wholeApp({ gomoku }),
  files: [
    "apps/gomoku/app.tsx",
    "apps/gomoku/game.ts",
    "apps/gomoku/board.tsx",
    "apps/gomoku/table-view.tsx",
    "apps/gomoku/lobby.tsx",
    "apps/gomoku/tables.ts",
    "apps/gomoku/gomoku.css",
  ],
};
