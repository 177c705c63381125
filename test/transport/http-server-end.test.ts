import { describe, expect, it } from "vitest";
import { EventStreamConnection, KEEP_ALIVE_INTERVAL, LAST_WORD_WITHIN } from "../../src/transport/event-stream.ts";
import { CLOSE_HEARD_WITHIN, type Outlet } from "../../src/transport/http-connection.ts";
import { ASK_WITHIN, PollingConnection } from "../../src/transport/polling.ts";
import { FakeClock, promisesSettled } from "../support/fake-clock.ts";
import { Recorder } from "./contract.ts";

/** An answer whose client is played by hand. */
class HandHeldOutlet implements Outlet {
  text = "";
  bufferedBytes = 0;
  state: "open" | "ended" | "destroyed" = "open";
  #listeners: ((whole: boolean) => void)[] = [];

  write(text: string): void {
    this.text += text;
  }

  end(text: string): void {
    this.text += text;
    this.state = "ended";
  }

  destroy(): void {
    this.state = "destroyed";
  }

  onClose(listener: (whole: boolean) => void): void {
    this.#listeners.push(listener);
  }

  /** All of it has left, or the line broke. */
  closed(whole: boolean): void {
    for (const listener of this.#listeners) listener(whole);
  }
}

function listened<Made>(make: (options: { clock: FakeClock; ended(): void; interval: number }) => Made) {
  const clock = new FakeClock();
  const heard = new Recorder();
  const ends: string[] = [];
  const connection = make({ clock, ended: () => ends.push("ended"), interval: 1_000 });
  return { clock, heard, ends, connection };
}

function stream() {
  const outlet = new HandHeldOutlet();
  const made = listened((options) => new EventStreamConnection("id", outlet, options));
  made.connection.listen(made.heard);
  return { ...made, outlet };
}

function polling() {
  const made = listened((options) => new PollingConnection("id", options));
  made.connection.listen(made.heard);
  const ask = () => {
    const question = new HandHeldOutlet();
    made.connection.ask(question);
    return question;
  };
  return { ...made, ask };
}

describe("the server's end of an event stream", () => {
  it("T21: gives a sign of life every 15 s, but not behind what waits", () => {
    const { clock, outlet } = stream();
    clock.advance(KEEP_ALIVE_INTERVAL);
    expect(outlet.text).toBe("id: id\n\n:\n\n");
    outlet.bufferedBytes = 1;
    clock.advance(KEEP_ALIVE_INTERVAL);
    expect(outlet.text).toBe("id: id\n\n:\n\n");
    outlet.bufferedBytes = 0;
    clock.advance(KEEP_ALIVE_INTERVAL);
    expect(outlet.text).toBe("id: id\n\n:\n\n:\n\n");
  });

  it("T22: is lost 2 s after its answer, once, and leaves no timer behind", () => {
    const { clock, outlet, heard, ends, connection } = stream();
    outlet.closed(false);
    connection.send("[1]");
    expect(outlet.text).toBe("id: id\n\n");
    clock.advance(LAST_WORD_WITHIN - 1);
    expect([heard.closes, connection.isOpen]).toEqual([[], true]);
    clock.advance(1);
    outlet.closed(false);
    connection.terminate();
    expect([heard.closes, ends, clock.pending]).toEqual([[[1006, ""]], ["ended"], 0]);
  });

  it("T22: hears its client's last word, which comes by another way than the answer that went with the page", () => {
    const { clock, outlet, heard, connection } = stream();
    outlet.closed(false);
    connection.receive({ kind: "frame", text: '["goodbye"]' });
    connection.receive({ kind: "close", code: 1000, reason: "" });
    expect([heard.frames, heard.closes, clock.pending]).toEqual([['["goodbye"]'], [[1000, ""]], 0]);
  });

  it("T22: is lost at once when it is closed after its answer was lost", async () => {
    const { clock, outlet, heard, connection } = stream();
    outlet.closed(false);
    connection.close(4409, "replaced");
    expect(await heard.closed()).toEqual([1006, ""]);
    expect(clock.pending).toBe(0);
  });

  it("T25: drops a line whose client does not hear the close in 2 s", async () => {
    const { clock, outlet, heard, connection } = stream();
    connection.close(4404, "session-gone");
    expect(outlet.text).toContain("event: close\ndata: 4404 session-gone\n\n");
    clock.advance(CLOSE_HEARD_WITHIN - 1);
    expect(outlet.state).toBe("ended");
    clock.advance(1);
    expect([outlet.state, heard.closes]).toEqual(["destroyed", []]);
    expect(await heard.closed()).toEqual([1006, ""]);
    expect(clock.pending).toBe(0);
  });

  it("T25: leaves no timer behind when the client hears the close, or closes itself", async () => {
    const first = stream();
    first.connection.close(4404, "session-gone");
    first.outlet.closed(true);
    expect([first.heard.closes, first.clock.pending]).toEqual([[[4404, "session-gone"]], 0]);
    const second = stream();
    second.connection.receive({ kind: "close", code: 1000, reason: "" });
    second.connection.receive({ kind: "frame", text: "[1]" });
    second.outlet.closed(true);
    expect([second.heard.closes, second.heard.frames, second.clock.pending]).toEqual([[[1000, ""]], [], 0]);
  });

  it("T31: refuses data from its client", async () => {
    const { heard, outlet, connection } = stream();
    connection.receive({ kind: "binary", base64: "AAAA" });
    connection.receive({ kind: "frame", text: "[1]" });
    expect(outlet.text).toContain("event: close\ndata: 4400 protocol-error\n\n");
    outlet.closed(true);
    expect([heard.frames, await heard.closed()]).toEqual([[], [4400, "protocol-error"]]);
  });

  it("T26: counts what its answer has not got rid of", () => {
    const { outlet, connection } = stream();
    outlet.bufferedBytes = 7;
    expect(connection.bufferedBytes).toBe(7);
  });
});

describe("the server's end of a polled line", () => {
  it("T23: answers at once what waits, all that is sent in one go together", async () => {
    const { connection, ask } = polling();
    const first = ask();
    connection.send("[1]");
    await promisesSettled();
    expect(first.text).toBe("id: id\n\ndata: [1]\n\n");
    const second = ask();
    await promisesSettled();
    expect(second.state).toBe("open");
    connection.send("[2]");
    connection.send("[3]");
    await promisesSettled();
    expect([second.state, second.text]).toEqual(["ended", "data: [2]\n\ndata: [3]\n\n"]);
    connection.send("[4]");
    const third = ask();
    await promisesSettled();
    expect(third.text).toBe("data: [4]\n\n");
  });

  it("T23: answers nothing after the interval, and an older question when a newer one comes", async () => {
    const { connection, clock, ask } = polling();
    ask();
    await promisesSettled();
    const second = ask();
    clock.advance(999);
    expect(second.state).toBe("open");
    clock.advance(1);
    expect([second.state, second.text]).toEqual(["ended", ""]);
    const [third, fourth] = [ask(), ask()];
    expect([third.state, third.text, fourth.state]).toEqual(["ended", "", "open"]);
    third.closed(true);
    connection.send("[1]");
    await promisesSettled();
    expect(fourth.text).toBe("data: [1]\n\n");
  });

  it("T24: is lost when nobody asks for 10 s", async () => {
    const { connection, clock, heard, ends, ask } = polling();
    const first = ask();
    await promisesSettled();
    first.closed(true);
    clock.advance(ASK_WITHIN - 1);
    ask().closed(false);
    clock.advance(ASK_WITHIN - 1);
    expect(connection.isOpen).toBe(true);
    clock.advance(1);
    expect(await heard.closed()).toEqual([1006, ""]);
    expect([ends, clock.pending]).toEqual([["ended"], 0]);
  });

  it("T25: tells the next question of the close, within 2 s", async () => {
    const first = polling();
    first.connection.close(4404, "session-gone");
    const question = first.ask();
    await promisesSettled();
    expect(question.text).toBe("id: id\n\nevent: close\ndata: 4404 session-gone\n\n");
    expect(first.heard.closes).toEqual([]);
    question.closed(true);
    expect([first.heard.closes, first.clock.pending]).toEqual([[[4404, "session-gone"]], 0]);
    const second = polling();
    second.connection.close(4404, "session-gone");
    second.clock.advance(CLOSE_HEARD_WITHIN);
    expect(await second.heard.closed()).toEqual([1006, ""]);
    expect(second.clock.pending).toBe(0);
  });

  it("T26: counts what waits to be asked for, and answers that are not read", async () => {
    const { connection, ask } = polling();
    connection.send("ü");
    const waiting = "data: ü\n\n".length + 1;
    expect(connection.bufferedBytes).toBe(waiting);
    const question = ask();
    await promisesSettled();
    question.bufferedBytes = 40;
    connection.send("ü");
    expect(connection.bufferedBytes).toBe(40 + waiting);
    question.closed(true);
    expect(connection.bufferedBytes).toBe(waiting);
  });
});
