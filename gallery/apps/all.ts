import type { Example } from "../example.ts";
import { crossfilterExample } from "./crossfilter.ts";
import { stocksExample } from "./stocks.ts";
import { themeEditorExample } from "./theme-editor.ts";

/** Apps that people would really run, each in a file of its own here and with its source in `examples/apps/`. */
export const appExamples: readonly Example[] = [crossfilterExample, stocksExample, themeEditorExample];
