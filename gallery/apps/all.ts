import type { Example } from "../example.ts";
import { adminExample } from "./admin.ts";
import { assistantExample } from "./assistant.ts";
import { chatRoomExample } from "./chat-room.ts";
import { crossfilterExample } from "./crossfilter.ts";
import { explorerExample } from "./explorer.ts";
import { gomokuExample } from "./gomoku.ts";
import { logTailExample } from "./log-tail.ts";
import { markdownExample } from "./markdown.ts";
import { stocksExample } from "./stocks.ts";
import { teamDirectoryExample } from "./team-directory.ts";
import { themeEditorExample } from "./theme-editor.ts";
import { widgetBook } from "./widget-book.ts";
import { wizardExample } from "./wizard.ts";
import { wordleExample } from "./wordle.ts";

/** Apps that people would really run, each in a file of its own here and with its source in `examples/apps/`. */
export const appExamples: readonly Example[] = [
  // One a line, so that it is seen when one is lost.
  widgetBook,
  explorerExample,
  assistantExample,
  stocksExample,
  crossfilterExample,
  wizardExample,
  adminExample,
  teamDirectoryExample,
  logTailExample,
  markdownExample,
  chatRoomExample,
  gomokuExample,
  wordleExample,
  themeEditorExample,
];
