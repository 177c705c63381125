import FlushLog from "../../examples/seeds/shiny-flush-log.tsx";
import type { Example } from "../example.ts";

export const shinyExamples: readonly Example[] = [
  {
    path: "shiny/flush-log",
    title: "Flush log",
    summary: "A line for each time the session’s changes were sent.",
    text: "A handler’s writes are settled and sent together: that is a flush. The callback runs in each, before its frame leaves, so the line it adds is on the screen with the count it is about.",
    component: FlushLog,
    files: ["seeds/shiny-flush-log.tsx"],
  },
];
