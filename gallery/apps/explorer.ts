import explorer from "../../examples/apps/explorer/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

const FILES = [
  "app.tsx",
  "opening.ts",
  "session-data.ts",
  "views/workbench.tsx",
  "views/filter-bar.tsx",
  "views/row-table.tsx",
  "views/chart-panel.tsx",
  "chart-choice.ts",
  "data/load.ts",
  "data/kinds.ts",
  "data/stores.ts",
  "data/filter.ts",
  "data/sort.ts",
  "data/group.ts",
  "data/export.ts",
  "read/csv.ts",
  "read/json-elements.ts",
];

export const explorerExample: Example = {
  path: "apps/explorer",
  title: "Explorer",
  summary: "Drop any CSV or JSON file of up to 200 MB, and look into it.",
  text: "Types are guessed; filter, sort, group and chart what is in the file, and export what passes. It is read in pieces, with others served between them, into typed arrays on the server; only what is seen goes to the page. Without a file, begin with a sample.",
  ...wholeApp({ explorer }),
  files: FILES.map((file) => `apps/explorer/${file}`),
  isWide: true,
};
