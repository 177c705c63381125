/** What a page loads when it first needs more than its screen. */
import { Calls, type CallHandlers } from "./extras/calls.ts";
import { download } from "./extras/download.ts";
import { clipboardCalls } from "./extras/clipboard.ts";
import { CustomMessages } from "./extras/custom-messages.ts";
import { ElementData } from "./extras/element-data.ts";
import { Dialogs } from "./extras/dialogs.ts";
import type { Deeds, Extras, ExtrasPage } from "./extras/extras.ts";
import { receiveInputMessage, tellChange } from "./extras/input-messages.ts";
import { goApp } from "./extras/go-app.ts";
import { fileCalls } from "./extras/file-calls.ts";
import { loadPart } from "./extras/parts.ts";
import { Notices } from "./extras/notices.ts";
import { compileIn, evaluate, runCode, type Compile } from "./extras/page-code.ts";
import { Pages } from "./extras/pages.ts";
import { Requests } from "./extras/requests.ts";
import { Surroundings } from "./extras/surroundings.ts";
import type { DownMessage } from "../protocol/frames.ts";

export default function startExtras(page: ExtrasPage): Extras {
  const notices = new Notices(page.window.document);
  const dialogs = new Dialogs(page.window, () => notices.rise());
  const requests = new Requests(page);
  const messages = new CustomMessages(page);
  const data = new ElementData(page.window);
  const compile = page.compile ?? compileIn(page.window);
  const calls = new Calls(page.send, callHandlers(page, compile));
  const surroundings = new Surroundings(page);
  const pages = new Pages(page);
  const deeds: Deeds = {
    ...deedHandlers(page, compile),
    ...surroundings.deeds,
    ...pages.deeds,
    goApp: (args) => goApp(page, notices, args),
    dialogs: () => dialogs.start(),
  };

  /** By the kind of message. One of a newer version is none of ours. */
  function dispatch(message: DownMessage, body?: ArrayBuffer): void {
    if (message[0] === "notice") notices.show(message);
    else if (message[0] === "custom") messages.receive(message[1], message[2]);
    else if (message[0] === "response") requests.answered(message);
    else if (message[0] === "call") void calls.run(message);
    else if (message[0] === "cancel") calls.cancel(message[1]);
    else if (message[0] === "data") data.receive(message, body!);
    else if (message[0] === "do") deeds[message[1]]?.(message[2]);
  }

  return {
    receive(message, body) {
      // A script of the page that fails on its message must not cost the session its frame.
      try {
        dispatch(message, body);
      } catch (error) {
        console.error(error);
      }
    },
    request: (name, args) => requests.ask(name, args),
    close() {
      requests.close();
      dialogs.stop();
      pages.release();
    },
    stop() {
      calls.stop();
      messages.stop();
      dialogs.stop();
      pages.stop();
      notices.stop();
      surroundings.stop();
    },
  };
}

/** What the session can call for, with an answer. */
const callHandlers = (page: ExtrasPage, compile: Compile): CallHandlers => ({
  eval: (args) => evaluate(compile, args),
  ...clipboardCalls(page.window),
  ...fileCalls(page),
});

const deedHandlers = ({ window, clock, send }: ExtrasPage, compile: Compile): Deeds => ({
  part: ([script, styles]) => void loadPart({ window, clock }, String(script), styles as string | null),
  download: ([url, name]) => download(window.document, String(url), String(name)),
  run: (args) => void runCode(compile, send, args),
  input: (args) => receiveInputMessage(window.document, args),
  entered: (args) => tellChange(window.document, args),
});
