import markdown from "../../examples/apps/markdown/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const markdownExample: Example = {
  path: "apps/markdown",
  title: "Markdown previewer",
  summary: "What you write beside what it looks like, at each key.",
  text: "Each key goes to the server, and back comes the block that it changed: the rest of the page is not touched. HTML is shown as the text it is. It is saved as it is, or as a page of its own, called by the first heading.",
  ...wholeApp({ markdown }),
  files: [
    "apps/markdown/app.tsx",
    "apps/markdown/statistics.ts",
    "apps/markdown/page.ts",
    "apps/markdown/samples.ts",
    "apps/markdown/markdown.css",
    "apps/markdown/page.css",
  ],
};
