import PickFile from "../../examples/seeds/rio-pick-file.tsx";
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
  {
    path: "rio/pick-file",
    title: "File picker",
    summary: "A handler asks for a file, and awaits it; an area takes several.",
    text: "The call resolves when the file is on the server, and rejects when you choose none. A line that is cut on the way costs nothing: the upload goes on from where it was.",
    component: PickFile,
    files: ["seeds/rio-pick-file.tsx"],
  },
];
