import crossfilter from "../../examples/apps/crossfilter/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const crossfilterExample: Example = {
  path: "apps/crossfilter",
  title: "Crossfilter",
  summary: "Brush one chart of 200,000 flights, and all others follow.",
  text: "Drag over a chart: the others count only what is in the range, while you drag. The server keeps the rows in typed arrays, and a change costs as much as the rows it lets in or out. Ranges can be moved, resized, and made with the keys.",
  ...wholeApp({ crossfilter }),
  files: [
    "apps/crossfilter/app.tsx",
    "apps/crossfilter/workbench.tsx",
    "apps/crossfilter/filters.ts",
    "apps/crossfilter/crossfilter.ts",
    "apps/crossfilter/dimension.ts",
    "apps/crossfilter/datasets.ts",
    "apps/crossfilter/number-columns.ts",
    "apps/crossfilter/slices.ts",
    "apps/crossfilter/selected-rows.tsx",
  ],
  isWide: true,
};
