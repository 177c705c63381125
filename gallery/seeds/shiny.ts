import Close from "../../examples/seeds/shiny-close.tsx";
import DynamicRoute from "../../examples/seeds/shiny-dynamic-route.tsx";
import feedback from "../../examples/seeds/shiny-submit-thanks.tsx";
import FlushLog from "../../examples/seeds/shiny-flush-log.tsx";
import FlushedLog from "../../examples/seeds/shiny-flushed-log.tsx";
import CustomMessage from "../../examples/seeds/shiny-custom-message.tsx";
import MessageHandler from "../../examples/seeds/shiny-message-handler.tsx";
import Modules from "../../examples/seeds/shiny-module.tsx";
import type { Example } from "../example.ts";
import { ownApp } from "../own-app.tsx";

export const shinyExamples: readonly Example[] = [
  {
    path: "shiny/close",
    title: "Close",
    summary: "A session ends when the program says so.",
    text: "The button ends this page’s session on the server. What was registered for its end runs, the page says that the session has ended, and offers to begin a new one.",
    component: Close,
    files: ["seeds/shiny-close.tsx"],
  },
  {
    path: "shiny/flush-log",
    title: "Flush log",
    summary: "A line for each time the session’s changes were sent.",
    text: "A handler’s writes are settled and sent together: that is a flush. The callback runs in each, before its frame leaves, so the line it adds is on the screen with the count it is about.",
    component: FlushLog,
    files: ["seeds/shiny-flush-log.tsx"],
  },
  {
    path: "shiny/flushed-log",
    title: "Before and after a flush",
    summary: "A line before a click’s changes are sent, and one after.",
    text: "The first callback’s line leaves with the count. The second runs when that has left, so its line is a flush of its own; being for one flush only, it does not run again.",
    component: FlushedLog,
    files: ["seeds/shiny-flushed-log.tsx"],
  },
  {
    path: "shiny/custom-message",
    title: "Custom message",
    summary: "A script of the page takes what the session sends.",
    text: "The app’s own script registers a handler in the page; the session sends it a message by that name. Messages arrive in order and once, also after the network was away.",
    component: CustomMessage.root,
    scripts: CustomMessage.options.scripts,
    files: ["seeds/shiny-custom-message.tsx"],
  },
  {
    path: "shiny/message-handler",
    title: "Message handler",
    summary: "A script of the page asks the session, and awaits its answer.",
    text: "Each change of a cell is a request of the page’s script, answered by a function on the server. What it throws for people to see rejects the request with its text; anything else comes as an id to quote.",
    component: MessageHandler.root,
    scripts: MessageHandler.options.scripts,
    files: ["seeds/shiny-message-handler.tsx"],
  },
  {
    path: "shiny/dynamic-route",
    title: "Dynamic route",
    summary: "An address of this session’s own, answered by a function.",
    text: "The function takes a Request and gives a Response, as on any Web platform; here it tells what a signal of the session holds. The address cannot be guessed, and ends with the session.",
    component: DynamicRoute,
    files: ["seeds/shiny-dynamic-route.tsx"],
  },
  {
    path: "shiny/submit-thanks",
    title: "Submit, thanks",
    summary: "A form that is over for good once it was sent.",
    text: "A hard close: the server lets go of the session at once, and the page shows the last words and never reconnects. The text is that of the call, else the app’s.",
    ...ownApp({ feedback }),
    files: ["seeds/shiny-submit-thanks.tsx"],
  },
  {
    path: "shiny/module",
    title: "Modules",
    summary: "Written once, used twice, with names of their own.",
    text: "Each use has a scope: its fields, requests and routes are named after it, and end together. A module within another carries both names.",
    component: Modules,
    files: ["seeds/shiny-module.tsx"],
  },
];
