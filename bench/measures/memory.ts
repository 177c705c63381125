/** What an idle counter page costs in memory and in work at its start and end. */
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";
import { counterPage, CounterPageApp } from "../pages/counter-page.tsx";
import { retainedBytes } from "../support/heap.ts";
import { interleave, median, rounded } from "../support/interleave.ts";
import { openSession } from "../support/test-session.ts";
import { mountView } from "../support/test-view.ts";

/** Stands in for a socket, whose own memory is not a session's. */
class DeafLine implements Connection {
  readonly kind = "none";
  readonly isOpen = true;
  readonly bufferedBytes = 0;
  listener: ConnectionListener | undefined;
  send(): void {}
  close(): void {}
  terminate(): void {}
  listen(listener: ConnectionListener): void {
    this.listener = listener;
  }
}

function paintedView() {
  const view = mountView(CounterPageApp);
  view.html();
  return view;
}

/** A session in use: attached, and idle after a first update, which the client has acknowledged. */
function attachedSession() {
  const { count, root } = counterPage();
  const session = openSession(root);
  const line = new DeafLine();
  session.attachClient(1, line, { protocol: 1, ticket: "", frame: 0 });
  session.run(() => count.value++);
  line.listener!.onFrame("[0,1]");
  return session;
}

const ELEMENTS = 46;
const elements = paintedView()
  .html()
  .root.match(/<[a-z]/g)?.length;
if (elements !== ELEMENTS) throw new Error(`Expected the page to have ${ELEMENTS} elements, but it has ${elements}.`);

const view = mountView(CounterPageApp);
let length = 0;

const [mounts, htmls, sessions] = interleave(
  [
    {
      calls: 200,
      run(calls) {
        for (let i = 0; i < calls; i++) {
          const mounted = mountView(CounterPageApp);
          length += Buffer.byteLength(mounted.html().root);
          mounted.dispose();
        }
      },
    },
    {
      calls: 2_000,
      run(calls) {
        for (let i = 0; i < calls; i++) length += Buffer.byteLength(view.html().root);
      },
    },
    {
      calls: 200,
      run(calls) {
        for (let i = 0; i < calls; i++) void openSession(CounterPageApp).close();
      },
    },
  ],
  51,
) as [number[], number[], number[]];

const figures = {
  view_heap_bytes: retainedBytes(paintedView),
  session_heap_bytes: retainedBytes(() => openSession(CounterPageApp)),
  attached_session_heap_bytes: retainedBytes(attachedSession),
  mount_and_dispose_us: rounded(median(mounts)),
  session_open_and_close_us: rounded(median(sessions)),
  to_html_us: rounded(median(htmls)),
};
console.log(JSON.stringify(figures));
process.exit(length > 0 ? 0 : 1);
