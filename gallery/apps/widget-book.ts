import { book } from "../book/book.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const widgetBook: Example = {
  path: "apps/widget-book",
  title: "Widget book",
  summary: "Every widget, live in every state, with its code.",
  text: "All of tandem/ui: what each widget looks like filled, wrong, disabled or read-only, in light and dark, dense or not, from right to left. Each stands beside the code that shows it.",
  ...wholeApp({ book }),
  files: ["book/book.tsx", "book/entry.ts", "book/inputs/text-input.tsx"],
};
