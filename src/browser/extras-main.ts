/** What a page loads when it first needs more than its screen. */
import { Calls, type CallHandlers } from "./extras/calls.ts";
import { download } from "./extras/download.ts";
import type { Extras, ExtrasPage } from "./extras/extras.ts";
import { Notices } from "./extras/notices.ts";
import { Requests } from "./extras/requests.ts";
import type { DownMessage } from "../protocol/frames.ts";
import type { Json } from "../protocol/operations.ts";

/** Does what the session says, without an answer. */
type Deed = (args: Json[]) => void;

export default function startExtras(page: ExtrasPage): Extras {
  const notices = new Notices(page.window.document);
  const requests = new Requests(page);
  const calls = new Calls(page.send, callHandlers(page));
  const deeds = deedHandlers(page);

  /** By the kind of message. One of a newer version is none of ours. */
  function dispatch(message: DownMessage): void {
    if (message[0] === "notice") notices.show(message);
    else if (message[0] === "custom") custom(page, message[1], message[2]);
    else if (message[0] === "response") requests.answered(message);
    else if (message[0] === "call") void calls.run(message);
    else if (message[0] === "cancel") calls.cancel(message[1]);
    else if (message[0] === "do") deeds[message[1]]?.(message[2]);
  }

  return {
    receive(message) {
      // A script of the page that fails on its message must not cost the session its frame.
      try {
        dispatch(message);
      } catch (error) {
        console.error(error);
      }
    },
    request: (name, args) => requests.ask(name, args),
    close: () => requests.close(),
    stop() {
      calls.stop();
      notices.stop();
    },
  };
}

function custom({ handlers }: ExtrasPage, type: string, message: Json): void {
  const handler = handlers.get(type);
  if (handler) handler(message);
  else console.warn(`No Tandem.addCustomMessageHandler("${type}", …) for a custom message.`);
}

const callHandlers = (_page: ExtrasPage): CallHandlers => ({});

const deedHandlers = (page: ExtrasPage): Readonly<Record<string, Deed>> => ({
  download: ([url, name]) => download(page.window.document, String(url), String(name)),
});
