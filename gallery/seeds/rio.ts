import Clipboard from "../../examples/seeds/rio-clipboard.tsx";
import type { Example } from "../example.ts";

export const rioExamples: readonly Example[] = [
  {
    path: "rio/clipboard",
    title: "Clipboard",
    summary: "Copy and paste, and what to do when the browser refuses.",
    text: "Both calls are awaited, so the page can say “Copied” when it is true. A browser that refuses rejects with an error of its own class.",
    component: Clipboard,
    files: ["seeds/rio-clipboard.tsx"],
  },
];
