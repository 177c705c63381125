import Download from "../../examples/seeds/pywebio-download.tsx";
import EvalJs from "../../examples/seeds/pywebio-eval-js.tsx";
import RunJs from "../../examples/seeds/pywebio-run-js.tsx";
import Toast from "../../examples/seeds/pywebio-toast.tsx";
import type { Example } from "../example.ts";

export const pywebioExamples: readonly Example[] = [
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
];
