import PickFile from "../../examples/seeds/rio-pick-file.tsx";
import Clipboard from "../../examples/seeds/rio-clipboard.tsx";
import IceCream from "../../examples/seeds/rio-ice-cream.tsx";
import YesNo from "../../examples/seeds/rio-yes-no.tsx";
import Attachments from "../../examples/seeds/rio-attachments.tsx";
import reading from "../../examples/seeds/rio-user-settings.tsx";
import bookClub from "../../examples/seeds/rio-pages.tsx";
import type { Example } from "../example.ts";
import { ownApp } from "../own-app.tsx";

export const rioExamples: readonly Example[] = [
  {
    path: "rio/ice-cream",
    title: "Ice cream",
    summary: "A dialog to choose from, and a handler that waits.",
    text: "The dialog shows what a function returns, and closes with a value for the handler that opened it. It is the platform’s own element: the focus goes in, stays, and comes back. Here nothing but a choice closes it.",
    component: IceCream,
    files: ["seeds/rio-ice-cream.tsx"],
  },
  {
    path: "rio/yes-no",
    title: "Yes or no",
    summary: "A question, answered with one of two buttons or not at all.",
    text: "The likely answer is highlighted and has the focus, so that Enter gives it. Escape, or a click outside, is no answer: then nothing changes.",
    component: YesNo,
    files: ["seeds/rio-yes-no.tsx"],
  },
  {
    path: "rio/clipboard",
    title: "Clipboard",
    summary: "Copy and paste, and what to do when the browser refuses.",
    text: "Both calls are awaited, so the page can say “Copied” when it is true. A browser that refuses rejects with an error of its own class.",
    component: Clipboard,
    files: ["seeds/rio-clipboard.tsx"],
  },
  {
    path: "rio/pick-file",
    title: "File picker",
    summary: "A handler asks for a file, and awaits it; an area takes several.",
    text: "The call resolves when the file is on the server, and rejects when you choose none. A line that is cut on the way costs nothing: the upload goes on from where it was.",
    component: PickFile,
    files: ["seeds/rio-pick-file.tsx"],
  },
  {
    path: "rio/attachments",
    title: "Attachments",
    summary: "An object of the session, found by its class.",
    text: "What is attached is there for every component and handler of the session. Whoever reads it follows, also who found nothing.",
    component: Attachments,
    files: ["seeds/rio-attachments.tsx"],
  },
  {
    path: "rio/user-settings",
    title: "User settings",
    summary: "Fields that your browser keeps, live in all its tabs.",
    text: "Reload the page, or open it in a second tab: your browser has kept each field, and both tabs follow. What is small is there in the first paint already. A field that something has spoilt falls back alone.",
    ...ownApp({ reading }),
    files: ["seeds/rio-user-settings.tsx"],
  },
  {
    path: "rio/pages",
    title: "Pages",
    summary: "Routes with parameters, pages in pages, a log-in, and no such page.",
    text: "The guard of the books’ page sends whoever has not logged in to the log-in, and the log-in sends them back. A book is a page in that page, and stays from book to book. Back, Forward, a reload and a link from elsewhere lead where they should; a note that is not saved is not lost without a question.",
    ...ownApp({ "book-club": bookClub }),
    files: ["seeds/rio-pages.tsx"],
  },
];
