import { expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import { Counter, Shout } from "./apps.tsx";

/** An app that counts clicks where the test can see it. */
function countingApp() {
  const clicks = signal(0);
  return { clicks, Clicker: () => <button onClick={() => clicks.value++}>{clicks}</button> };
}

it("K15: a drop reaches both sides, and new connections fail until the network is back", async () => {
  await using app = await mount(Counter);
  app.network.drop();
  await app.settle();
  expect(app.connection.kind).toBe("waiting");
  expect(app.session.state.peek()).toEqual({ kind: "detached", since: app.clock.now() });
  await app.clock.advance(30_000);
  expect(app.connection).toMatchObject({ kind: "waiting", attempt: expect.any(Number) });
  await app.screen.findByText("Connection lost.");
  app.network.restore();
  await app.clock.advance(10_000);
  expect(app.connection.kind).toBe("connected");
});

it("K15: reconnect has the page try at once, and what was under way is sent again", async () => {
  const { clicks, Clicker } = countingApp();
  await using app = await mount(Clicker);
  const { now } = app.clock;
  const start = now.call(app.clock);
  app.network.pause("up");
  await app.user.click(app.screen.getByRole("button"));
  app.network.drop();
  await app.settle();
  expect(clicks.peek()).toBe(0);
  app.network.resume();
  await app.network.reconnect();
  expect(app.connection.kind).toBe("connected");
  expect(clicks.peek()).toBe(1);
  expect(app.clock.now()).toBe(start);
  expect(app.frames.events.map(([n]) => n)).toEqual([1, 1]);
});

it("K15: a session that nobody comes back to ends", async () => {
  await using app = await mount(Counter, { limits: { retention: 5_000 } });
  app.network.drop();
  await app.clock.advance(7_000);
  expect(app.session.state.peek().kind).toBe("ended");
});

it("K16: each way takes its own time", async () => {
  const { clicks, Clicker } = countingApp();
  await using app = await mount(Clicker);
  app.network.delay(300, "up");
  app.network.delay(200, "down");
  await app.user.click(app.screen.getByRole("button"));
  await app.clock.advance(299);
  expect(clicks.peek()).toBe(0);
  await app.clock.advance(1);
  expect(clicks.peek()).toBe(1);
  await app.clock.advance(199);
  app.screen.getByText("0");
  await app.clock.advance(1);
  app.screen.getByText("1");
});

it("K16: what leaves later never arrives before", async () => {
  const { clicks, Clicker } = countingApp();
  await using app = await mount(Clicker);
  const button = app.screen.getByRole("button");
  app.network.delay(500);
  await app.user.click(button);
  app.network.delay(0);
  await app.user.click(button);
  expect(clicks.peek()).toBe(0);
  await app.clock.advance(500);
  expect(clicks.peek()).toBe(2);
});

it("K17: what is held back arrives in order when the network goes on", async () => {
  await using app = await mount(Shout);
  const input = app.screen.getByRole<HTMLInputElement>("textbox");
  app.network.pause("down");
  await app.user.type(input, "abc");
  expect(app.document.querySelector("output")!.textContent).toBe("");
  expect(input.value).toBe("abc");
  app.network.resume("down");
  await app.settle();
  expect(app.document.querySelector("output")!.textContent).toBe("ABC");
  expect(input.value).toBe("ABC");
});

it("K18: in a black hole both sides find out by themselves", async () => {
  await using app = await mount(Counter, { limits: { heartbeat: 10_000, retention: 600_000 } });
  app.network.blackHole();
  await app.clock.advance(9_000);
  expect(app.connection.kind).toBe("connected");
  expect(app.session.state.peek().kind).toBe("connected");
  await app.clock.advance(60_000);
  expect(app.connection.kind).not.toBe("connected");
  expect(app.session.state.peek().kind).toBe("detached");
  await app.network.reconnect();
  await app.clock.advance(30_000);
  expect(app.connection.kind).toBe("connected");
  app.expectInStep();
});

it("K18: what is done in a black hole is done when there is a network again", async () => {
  const { clicks, Clicker } = countingApp();
  await using app = await mount(Clicker);
  app.network.blackHole();
  await app.user.click(app.screen.getByRole("button"));
  await app.network.reconnect();
  expect(clicks.peek()).toBe(0);
  await app.clock.advance(60_000);
  expect(clicks.peek()).toBe(1);
  app.expectInStep();
});

it("K19: a second connection takes over, and what comes late on the first is not counted twice", async () => {
  const { clicks, Clicker } = countingApp();
  await using app = await mount(Clicker);
  app.network.delay(50, "up");
  await app.user.click(app.screen.getByRole("button"));
  await app.network.duplicate();
  await app.clock.advance(200);
  app.network.delay(0);
  expect(clicks.peek()).toBe(1);
  expect(app.session.state.peek()).toEqual({ kind: "connected", clients: 1 });
  expect(app.frames.up.filter(({ frame }) => frame[0] === "hello").map(({ connection }) => connection)).toEqual([1, 2]);
  expect(app.frames.events.map(([n]) => n)).toEqual([1, 1]);
  await app.user.click(app.screen.getByRole("button"));
  expect(clicks.peek()).toBe(2);
  app.expectInStep();
});

it("K20: frames are there, decoded, with their time, connection and direction", async () => {
  await using app = await mount(Counter);
  const at = app.clock.now();
  expect(app.frames.all.map(({ direction, frame }) => [direction, frame[0]])).toEqual([
    ["up", "hello"],
    ["down", "welcome"],
  ]);
  app.frames.clear();
  await app.user.click(app.screen.getByRole("button"));
  expect(app.frames.up).toEqual([
    { direction: "up", at, connection: 1, text: expect.any(String), frame: [1, 0, 4, "click", expect.any(Object)] },
  ]);
  expect(app.frames.down).toEqual([
    { direction: "down", at, connection: 1, text: '[1,1,[[0,3,"1"]]]', frame: [1, 1, [[0, 3, "1"]]] },
  ]);
  expect(app.frames.events).toHaveLength(1);
  expect(app.frames.operations).toEqual([[0, 3, "1"]]);
});
