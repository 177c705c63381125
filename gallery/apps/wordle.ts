import wordle from "../../examples/apps/wordle/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const wordleExample: Example = {
  path: "apps/wordle",
  title: "Wordle",
  summary: "A word of five letters in six guesses, by keyboard or by touch.",
  text: "The word never leaves the server, so there is nothing to look up in the page. Each key is an event; what comes back is a letter. How the days went is kept by your browser.",
  ...wholeApp({ wordle }),
  files: [
    "apps/wordle/app.tsx",
    "apps/wordle/game.ts",
    "apps/wordle/board.tsx",
    "apps/wordle/keyboard.tsx",
    "apps/wordle/statistics.ts",
    "apps/wordle/words.ts",
    "apps/wordle/wordle.css",
  ],
};
