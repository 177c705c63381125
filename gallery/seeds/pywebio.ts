import bmi from "../../examples/seeds/pywebio-bmi.tsx";
import CleanUp from "../../examples/seeds/pywebio-deferred-clean-up.tsx";
import Download from "../../examples/seeds/pywebio-download.tsx";
import { lobby, workshop } from "../../examples/seeds/pywebio-go-app.tsx";
import LocalCounter from "../../examples/seeds/pywebio-local-counter.tsx";
import SessionInfo from "../../examples/seeds/pywebio-session-info.tsx";
import settings from "../../examples/seeds/pywebio-set-env.tsx";
import EvalJs from "../../examples/seeds/pywebio-eval-js.tsx";
import RunJs from "../../examples/seeds/pywebio-run-js.tsx";
import Toast from "../../examples/seeds/pywebio-toast.tsx";
import type { Example } from "../example.ts";
import { ownApp } from "../own-app.tsx";

export const pywebioExamples: readonly Example[] = [
  {
    path: "pywebio/bmi",
    title: "Body mass index",
    summary: "A conversation: ask, reckon, show, and once more.",
    text: "An asynchronous function, from top to bottom. Each question waits for an answer that is allowed; when the function has returned, the page stays to be read. The numbers and their limits are checked on the server.",
    ...ownApp({ bmi }),
    files: ["seeds/pywebio-bmi.tsx"],
  },
  {
    path: "pywebio/eval-js",
    title: "Evaluate in the browser",
    summary: "An expression, a function’s result, a promise, an error.",
    text: "The session awaits what an expression comes to in your browser, promises included. What fails there rejects here, with the browser’s own name for it.",
    component: EvalJs,
    files: ["seeds/pywebio-eval-js.tsx"],
  },
  {
    path: "pywebio/run-js",
    title: "Run in the browser",
    summary: "Code for the page, with values as its variables.",
    text: "The code runs under the strict content security policy of this page. The values go along as data and never become code.",
    component: RunJs,
    files: ["seeds/pywebio-run-js.tsx"],
  },
  {
    path: "pywebio/toast",
    title: "Notices",
    summary: "A word in passing, with a way to undo.",
    text: "A notice goes by itself, but not while you point at it. It is a part of the session’s screen: what it shows may be live, and its button runs a handler on the server.",
    component: Toast,
    files: ["seeds/pywebio-toast.tsx"],
  },
  {
    path: "pywebio/download",
    title: "Download",
    summary: "A file that a handler offers, and a button that makes one.",
    text: "The browser saves what the session offers. The table is made when you ask for it, and its name with it; where it failed halfway, the browser would know, and not keep half of it.",
    component: Download,
    files: ["seeds/pywebio-download.tsx"],
  },
  {
    path: "pywebio/deferred-clean-up",
    title: "Deferred clean-up",
    summary: "What must be put away when the session is over.",
    text: "However a session ends, whether its window is closed, its program is done or its server stops, what was registered runs, in that order, and one failure does not stop the rest.",
    component: CleanUp,
    files: ["seeds/pywebio-deferred-clean-up.tsx"],
  },
  {
    path: "pywebio/local-counter",
    title: "Local counter",
    summary: "Values of this session alone, for functions anywhere.",
    text: "The functions stand outside of the component and are shared by all, yet each session finds its own count: nothing needs to be handed from one to the other.",
    component: LocalCounter,
    files: ["seeds/pywebio-local-counter.tsx"],
  },
  {
    path: "pywebio/set-env",
    title: "Settings of the page",
    summary: "Its title and width, and whether it follows its end.",
    text: "What concerns the page as a whole is set by name, at any time. A name that does not exist is refused, and the nearest that does is named.",
    ...ownApp({ settings }),
    files: ["seeds/pywebio-set-env.tsx"],
  },
  {
    path: "pywebio/go-app",
    title: "From app to app",
    summary: "Several apps of one server, and the way between them.",
    text: "Each app has a path, and each visit is a session of its own. An app leads to another by its name, in the same window or a new one.",
    ...ownApp({ lobby, workshop }),
    files: ["seeds/pywebio-go-app.tsx"],
  },
  {
    path: "pywebio/session-info",
    title: "Session info",
    summary: "Who is there, with what, and from where.",
    text: "Facts of the connection, frozen for as long as the session lasts. What a browser says of itself may be untrue; the address is that of the connection, or of a trusted proxy’s client.",
    component: SessionInfo,
    files: ["seeds/pywebio-session-info.tsx"],
  },
];
