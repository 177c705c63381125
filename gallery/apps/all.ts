import type { Example } from "../example.ts";
import { adminExample } from "./admin.ts";
import { crossfilterExample } from "./crossfilter.ts";
import { explorerExample } from "./explorer.ts";
import { stocksExample } from "./stocks.ts";
import { teamDirectoryExample } from "./team-directory.ts";
import { themeEditorExample } from "./theme-editor.ts";
import { widgetBook } from "./widget-book.ts";
import { wizardExample } from "./wizard.ts";

/** Apps that people would really run, each in a file of its own here and with its source in `examples/apps/`. */
export const appExamples: readonly Example[] = [
  // One a line, so that it is seen when one is lost.
  widgetBook,
  explorerExample,
  stocksExample,
  crossfilterExample,
  wizardExample,
  adminExample,
  teamDirectoryExample,
  themeEditorExample,
];
