/**
 * One update of the counter page: a write, three texts that follow, and the JSON that says so; against code written by
 * hand for this page alone.
 */
import { Op, type Operation } from "../../src/protocol/operations.ts";
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";
import { counterPage } from "../pages/counter-page.tsx";
import { interleave, median, ratio, rounded, type Contender } from "../support/interleave.ts";
import { openSession } from "../support/test-session.ts";
import { flushToJson, mountView } from "../support/test-view.ts";

const CALLS = 4_000;
const ROUNDS = 101;

/** Keeps what is made from being optimised away. */
let length = 0;

/** The bound: keeps its three texts, compares, and makes the same JSON. */
class HandWrittenPage {
  #count = "0";
  #double = "0";
  #parity = "even";

  update(value: number): string {
    const operations: Operation[] = [];
    const count = String(value);
    if (count !== this.#count) operations.push([Op.Text, 3, (this.#count = count)]);
    const double = String(value * 2);
    if (double !== this.#double) operations.push([Op.Text, 4, (this.#double = double)]);
    const parity = value % 2 === 0 ? "even" : "odd";
    if (parity !== this.#parity) operations.push([Op.Text, 5, (this.#parity = parity)]);
    return JSON.stringify(operations);
  }
}

function handWritten(): Contender {
  const page = new HandWrittenPage();
  let value = 0;
  return {
    calls: CALLS,
    run(calls) {
      for (let i = 0; i < calls; i++) length += page.update(++value).length;
    },
  };
}

function throughView(): Contender {
  const { count, root } = counterPage();
  const view = mountView(root);
  return {
    calls: CALLS,
    run(calls) {
      for (let i = 0; i < calls; i++) {
        count.value++;
        length += flushToJson(view).length;
      }
    },
  };
}

/** A line to a client that keeps nothing. */
class AnsweringLine implements Connection {
  readonly kind = "memory";
  readonly isOpen = true;
  readonly bufferedBytes = 0;
  listener: ConnectionListener | undefined;
  frames = 0;

  send(text: string): void {
    length += text.length;
    if (!text.startsWith("[0,")) this.frames++;
  }
  listen(listener: ConnectionListener): void {
    this.listener = listener;
  }
  close(): void {}
  terminate(): void {}
}

function attachedSession() {
  const { count, root } = counterPage();
  const session = openSession(root);
  const line = new AnsweringLine();
  session.attachClient(1, line, { protocol: 1, ticket: "", frame: 0 });
  line.frames = 0;
  return { session, line, count };
}

/** A turn that writes, through to the frame on the line. Every eighth frame is acknowledged. */
function throughSession(): Contender {
  const { session, line, count } = attachedSession();
  const increment = () => count.value++;
  return {
    calls: CALLS,
    run(calls) {
      for (let i = 0; i < calls; i++) {
        session.run(increment);
        if (line.frames % 8 === 0) line.listener!.onFrame(`[0,${line.frames}]`);
      }
      if (line.frames !== count.value) throw new Error(`Expected ${count.value} frames, but got ${line.frames}.`);
    },
  };
}

/** All ways must give the same text, or they are not worth comparing. */
function checkSame(): void {
  const { count, root } = counterPage();
  const view = mountView(root);
  const page = new HandWrittenPage();
  for (const value of [1, 2, 5]) {
    count.value = value;
    const [made, expected] = [flushToJson(view), page.update(value)];
    if (made !== expected) throw new Error(`Expected ${expected}, but the view made ${made}.`);
  }
}

checkSame();
const [bound, view, session] = interleave([handWritten(), throughView(), throughSession()], ROUNDS) as [
  number[],
  number[],
  number[],
];
const figures = {
  update_vs_bound: rounded(ratio(view, bound)),
  session_update_vs_bound: rounded(ratio(session, bound)),
  update_us: rounded(median(view)),
};
console.log(JSON.stringify(figures));
process.exit(length > 0 ? 0 : 1);
