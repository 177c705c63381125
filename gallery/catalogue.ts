import { appExamples } from "./apps/all.ts";
import type { Chapter, Example } from "./example.ts";
import Async from "./examples/async.tsx";
import Cells from "./examples/cells.tsx";
import Chat, { presentCount } from "./examples/chat.tsx";
import CircleDrawer from "./examples/circle-drawer.tsx";
import Controls from "./examples/controls.tsx";
import Counter from "./examples/counter.tsx";
import Crud from "./examples/crud.tsx";
import Errors from "./examples/errors.tsx";
import FlightBooker from "./examples/flight-booker.tsx";
import LostNetwork from "./examples/lost-network.tsx";
import Rows from "./examples/rows.tsx";
import SharedScreen from "./examples/shared-screen.tsx";
import SystemMonitor from "./examples/system-monitor.tsx";
import { loadNow } from "./examples/system-monitor/machine.ts";
import Temperature from "./examples/temperature.tsx";
import Timer from "./examples/timer.tsx";
import Typing from "./examples/typing.tsx";
import { pywebioExamples } from "./seeds/pywebio.ts";
import { rioExamples } from "./seeds/rio.ts";
import { shinyExamples } from "./seeds/shiny.ts";

export const chapters: readonly Chapter[] = [
  {
    title: "First steps",
    examples: [
      {
        path: "counter",
        title: "Counter",
        summary: "A signal, a button, and the number that follows.",
        text: "The component runs once, on the server. The button’s handler runs there too: it changes a signal, and only the text that shows the signal is sent.",
        component: Counter,
        files: ["counter.tsx"],
      },
      {
        path: "typing",
        title: "Typing",
        summary: "Every keystroke goes to the server and back, and none is lost.",
        text: "The field shows what the server makes of your text. Let the server dawdle and type on: what you have typed stays, and the answer to an old keystroke never replaces a newer one.",
        component: Typing,
        files: ["typing.tsx"],
      },
      {
        path: "controls",
        title: "Form controls",
        summary: "Every kind of control, tied to a signal both ways.",
        text: "Each control is bound to a signal with one word. What you enter is in the server’s state at once, shown here as JSON; “Start over” writes the signals, and the controls follow.",
        component: Controls,
        files: ["controls.tsx"],
      },
    ],
  },
  { title: "Apps", examples: appExamples },
  {
    title: "The 7GUIs",
    examples: [
      {
        path: "seven-guis/counter",
        title: "Counter, for 7GUIs",
        summary: "The first task is the first example.",
        text: "The 7GUIs are seven tasks by which ways of writing user interfaces are compared. The first asks only for a number and a button.",
        component: Counter,
        files: ["counter.tsx"],
      },
      {
        path: "seven-guis/temperature",
        title: "Temperature converter",
        summary: "Two fields, each of which writes the other.",
        text: "Two fields depend on each other in both directions. Text that is no number leaves the other field alone.",
        component: Temperature,
        files: ["temperature.tsx"],
      },
      {
        path: "seven-guis/flight-booker",
        title: "Flight booker",
        summary: "Fields that constrain each other, and a button that knows.",
        text: "The return date counts only for a return flight and may not be before the departure. Each rule is written once, as a computed value; the controls that depend on it name it. The server refuses what a disabled control sends.",
        component: FlightBooker,
        files: ["flight-booker.tsx"],
      },
      {
        path: "seven-guis/timer",
        title: "Timer",
        summary: "Time that passes while the duration is being dragged.",
        text: "The slider takes effect while you drag it, and the gauge fills meanwhile. Once the time is up the ticker is no longer watched, so it stops by itself; a longer duration starts it again.",
        component: Timer,
        files: ["timer.tsx"],
      },
      {
        path: "seven-guis/crud",
        title: "CRUD",
        summary: "A list to filter, select from, add to, change and delete.",
        text: "The list shown is computed from all people and the prefix. Rows are recognised by their id, so changing a name changes two words on the screen.",
        component: Crud,
        files: ["crud.tsx"],
      },
      {
        path: "seven-guis/circles",
        title: "Circle drawer",
        summary: "Draw, adjust in a dialog, undo and redo.",
        text: "Click to add a circle. Right-click one, or use “Adjust…”, to change its diameter and watch it meanwhile; however long you move the slider, undoing takes it back in one step. With the keyboard, “Add” places a circle and Tab reaches it.",
        component: CircleDrawer,
        files: ["circle-drawer.tsx", "circle-drawer/undoable.ts"],
      },
      {
        path: "seven-guis/cells",
        title: "Cells",
        summary: "A spreadsheet of 2,600 cells with formulas.",
        text: "Click a cell twice, press Enter or just type to edit it; the arrow keys move. A formula begins with = and may use + − * / and sum, avg, min, max, product or count, as in =sum(B1:B3)*2. What depends on what is not kept anywhere: each cell is a computed value that reads others.",
        component: Cells,
        files: ["cells.tsx", "cells/sheet.ts", "cells/formula.ts"],
        isWide: true,
      },
    ],
  },
  {
    title: "At work",
    examples: [
      {
        path: "system-monitor",
        title: "System monitor",
        summary: "The very machine this page comes from, once a second.",
        text: "Signals outside of components are shared. However many people watch, the machine is asked once a second; when the last one leaves, it is not asked at all.",
        component: SystemMonitor,
        files: [
          "system-monitor.tsx",
          "system-monitor/machine.ts",
          "system-monitor/processes.ts",
          "system-monitor/sparkline.tsx",
        ],
        isWide: true,
        glance: () => `load ${loadNow.value.toFixed(2)}`,
      },
      {
        path: "rows",
        title: "A thousand rows",
        summary: "The operations of js-framework-benchmark.",
        text: "Create, append, update, swap, select and remove rows by the thousand. A row’s markup is sent once as a template; selecting touches two rows, whatever their number.",
        component: Rows,
        files: ["rows.tsx"],
      },
      {
        path: "async",
        title: "Waiting",
        summary: "Loads that are shown, overtaken, called off and tried again.",
        text: "A resource loads again when what it read has changed, and calls off the load before. Await shows a promise’s fallback, its failure with a way to try again, and then its value.",
        component: Async,
        files: ["async.tsx"],
      },
      {
        path: "errors",
        title: "Errors",
        summary: "A handler that throws, effects that loop, a part that fails.",
        text: "Whatever fails is reported, and the session goes on. A boundary shows something else in place of the part that failed.",
        component: Errors,
        files: ["errors.tsx"],
      },
    ],
  },
  {
    title: "Together",
    examples: [
      {
        path: "chat",
        title: "Chat room",
        summary: "One room for all who have this page open.",
        text: "The messages and those present are signals that all sessions share: one write, and each session that shows them updates its own screen. Whoever closes the page is gone from the list at once.",
        component: Chat,
        files: ["chat.tsx"],
        glance: () => `${presentCount} ${presentCount.value === 1 ? "person" : "people"} here`,
      },
      {
        path: "shared-screen",
        title: "Shared screen",
        summary: "One session open in two windows; both can act.",
        text: "Follow the link to join this very session with another window. Both show the same screen, and each event says which of them it came from.",
        component: SharedScreen,
        files: ["shared-screen.tsx"],
      },
      {
        path: "lost-network",
        title: "Lost network",
        summary: "Cut the line, go on clicking, and see it come right.",
        text: "Switch your network off, or choose “Offline” in the Network panel of your browser’s developer tools. Go on clicking and writing, then switch it on again: each click counts once.",
        component: LostNetwork,
        files: ["lost-network.tsx"],
      },
    ],
  },
  { title: "From Shiny", examples: shinyExamples },
  { title: "From PyWebIO", examples: pywebioExamples },
  { title: "From Rio", examples: rioExamples },
].filter((chapter) => chapter.examples.length > 0);

export const examples: readonly Example[] = chapters.flatMap((chapter) => chapter.examples);
