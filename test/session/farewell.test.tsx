import { describe, expect, it } from "vitest";
import { CloseCode } from "../../src/protocol/close-codes.ts";
import type { Farewell } from "../../src/session/farewell.ts";
import { session, signal } from "tandem";
import { TestClient, TestSession, type TestSessionOptions } from "../support/test-session.ts";

const hello = (frame: number) => ({ protocol: 1, ticket: "", frame });

/** A counter whose button counts and then ends the session. */
function lastClick(options: TestSessionOptions & { hard?: boolean } = {}) {
  const { hard = true, ...rest } = options;
  const clicks = signal(0);
  const test = new TestSession(
    () => (
      <button
        onClick={() => {
          clicks.value++;
          void session.close({ hard, message: "Thank you." });
        }}
      >
        Clicked {clicks} times
      </button>
    ),
    rest,
  );
  return { test, clicks, click: (client: TestClient) => client.event(test.idOf("button"), "click") };
}

/** Comes back after the end, with the last frame it has. */
function comeBack(farewell: Farewell | undefined, clientId: number, frame: number): TestClient {
  const client = new TestClient();
  farewell!.tell(clientId, client, hello(frame));
  return client;
}

describe("the end of a session, for its clients", () => {
  it("S26: shows what the handler wrote before it closed the session", async () => {
    const { test, click } = lastClick();
    const client = test.connect();
    click(client);
    await test.settled();
    expect(client.received.slice(1)).toEqual([
      [1, 1, [[0, expect.any(Number), "1"]]],
      ["close", { code: CloseCode.HardDisconnect, message: "Thank you." }],
    ]);
  });

  it("S26: sends what waits for a client whose window is full", async () => {
    const { test, clicks } = lastClick({ limits: { windowBytes: 1 } });
    const client = test.connect();
    test.session.run(() => (clicks.value = 1));
    test.session.run(() => (clicks.value = 2));
    test.session.run(() => (clicks.value = 3));
    expect(client.frames).toHaveLength(1);
    await test.session.close();
    expect(client.frames.map(([n, , operations]) => [n, operations[0]!.at(-1)])).toEqual([
      [1, "1"],
      [2, "3"],
    ]);
  });

  it("S27: tells a client that was away what it missed, and why the session ended", async () => {
    const { test, clicks } = lastClick();
    const client = test.connect();
    client.drop();
    test.session.run(() => (clicks.value = 5));
    await test.session.close({ hard: true, message: "Thank you." });
    const back = comeBack(test.farewell, 1, 0);
    expect(back.received).toEqual([
      ["welcome", { event: 0, frame: 0, resumed: true, heartbeat: 20_000, maxFrameBytes: 65_536 }],
      [1, 0, [[0, expect.any(Number), "5"]]],
      ["close", { code: 4001, message: "Thank you." }],
    ]);
    expect(back.closed).toEqual({ code: 4001, reason: "hard-disconnect" });
  });

  it("S27: tells a client whose line broke over the last frames, as often as it takes", async () => {
    const { test, click } = lastClick({ hard: false });
    const client = test.connect();
    click(client);
    await test.settled();
    client.drop();
    for (let attempt = 0; attempt < 2; attempt++) {
      const back = comeBack(test.farewell, 1, 0);
      expect(back.received.map((frame) => frame[0])).toEqual(["welcome", 1, "close"]);
      expect(test.farewell!.isHeard).toBe(false);
      back.drop();
    }
  });

  it("S27: tells a page that shows less than it once did only the reason, as its screen is no more", async () => {
    const { test, click } = lastClick();
    click(test.connect());
    await test.settled();
    expect(comeBack(test.farewell, 1, -1).received).toEqual([["close", { code: 4001, message: "Thank you." }]]);
    expect(comeBack(test.farewell, 1, 9).received).toEqual([["close", { code: 4001, message: "Thank you." }]]);
  });

  it("S27: tells a client that comes back while the session's end is still being awaited", async () => {
    const { test } = lastClick();
    test.session.onEnded(() => new Promise<void>((resolve) => void test.clock.setTimeout(resolve, 50)));
    const client = test.connect();
    client.drop();
    const closed = test.session.close({ hard: true, message: "Thank you." });
    const back = test.attach(1);
    await test.clock.advanceAsync(50);
    await closed;
    expect(back.received.at(-1)).toEqual(["close", { code: 4001, message: "Thank you." }]);
  });

  it("S27: is done with a client that answers the close, or ends of itself; one that merely lets go has not heard", async () => {
    for (const [code, isHeard] of [
      [4001, true],
      [1000, true],
      [1005, false],
      [1006, false],
    ] as const) {
      const { test, click } = lastClick();
      const client = test.connect();
      click(client);
      await test.settled();
      client.ends(code);
      expect(test.farewell!.isHeard).toBe(isHeard);
    }
  });

  it("S27: leaves nothing where clients come back by themselves, or there are none", async () => {
    for (const code of [CloseCode.SessionGone, CloseCode.ServerRestart]) {
      const { test } = lastClick();
      test.connect();
      await test.session.close({ code });
      expect(test.farewell).toBeUndefined();
    }
    const { test } = lastClick();
    await test.session.close();
    expect(test.farewell).toBeUndefined();
  });

  it("S27: sends anyone else away", async () => {
    const { test } = lastClick();
    test.connect();
    await test.session.close();
    expect(comeBack(test.farewell, 2, 0).closed).toEqual({ code: 4404, reason: "session-gone" });
  });
});

describe("messages of a session", () => {
  it("L25: are sent again once when a page shows less than it did, whatever frames were under way before them", () => {
    const test = new TestSession(() => (
      <button
        onClick={() => {
          throw new Error("It failed.");
        }}
      >
        {count}
      </button>
    ));
    const client = test.connect();
    for (count.value = 1; count.value < 4; count.value++) test.session.flush();
    client.event(test.idOf("button"), "click");
    expect(client.messages).toHaveLength(1);
    client.drop();
    expect(test.attach(1, -1).messages).toEqual(client.messages);
  });
});

const count = signal(0);
