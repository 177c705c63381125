import { expect, it } from "vitest";
import { session, signal } from "tandem";
import { mount } from "tandem/testing";
import { Counter } from "./apps.tsx";

it("K24: another page shows the same session, through a network of its own", async () => {
  await using app = await mount(Counter);
  await app.user.click(app.screen.getByRole("button"));
  const other = await app.openTab();
  expect(other.session).toBe(app.session);
  other.screen.getByText("Clicked 1 times");
  app.network.drop();
  await other.user.click(other.screen.getByRole("button"));
  other.screen.getByText("Clicked 2 times");
  app.screen.getByText("Clicked 1 times");
  await app.network.reconnect();
  app.screen.getByText("Clicked 2 times");
  expect(other.document).not.toBe(app.document);
});

it("K25: the session ends with its last page", async () => {
  await using app = await mount(Counter);
  const other = await app.openTab();
  await other.closeTab();
  expect(other.connection).toMatchObject({ kind: "closed" });
  expect(app.session.state.peek()).toEqual({ kind: "connected", clients: 1 });
  await app.closeTab();
  expect(app.session.state.peek().kind).toBe("ended");
});

it("K26: a reload starts a new session in the same tab", async () => {
  await using app = await mount(Counter);
  const first = app.session;
  await app.user.click(app.screen.getByRole("button"));
  await app.reload();
  expect(app.session).not.toBe(first);
  expect(first.state.peek().kind).toBe("ended");
  app.screen.getByText("Clicked 0 times");
  await app.user.click(app.screen.getByRole("button"));
  app.screen.getByText("Clicked 1 times");
  expect(app.reloads).toBe(1);
  app.expectInStep();
});

it("K26: the page's own Reload button reloads", async () => {
  function Door() {
    return <button onClick={() => void session.close()}>Leave</button>;
  }
  await using app = await mount(Door);
  await app.user.click(app.screen.getByRole("button", { name: "Leave" }));
  app.screen.getByText("The session has ended.");
  await app.user.click(app.screen.getByRole("button", { name: "Reload" }));
  await app.settle();
  expect(app.session.state.peek()).toEqual({ kind: "connected", clients: 1 });
  expect(app.reloads).toBe(1);
});

it("K27: a restart ends all sessions and tells the pages", async () => {
  let ended = 0;
  function Counted() {
    session.onEnded(() => ended++);
    return <p>text</p>;
  }
  await using app = await mount(Counted);
  await app.restartServer();
  expect(ended).toBe(1);
  expect(app.session.state.peek().kind).toBe("ended");
  expect(app.frames.down.map(({ frame }) => frame)).toContainEqual(["close", { code: 1012, message: "" }]);
  expect(app.connection.kind).toBe("waiting");
});

it("K27: a session that takes its time to end is waited for", async () => {
  let saved = false;
  function Saver() {
    const { clock } = session;
    session.onEnded(async () => {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 750));
      saved = true;
    });
    return <p>text</p>;
  }
  await using app = await mount(Saver);
  await app.restartServer();
  expect(saved).toBe(true);
});

it("K28: close ends the session and every page, once", async () => {
  const app = await mount(Counter);
  const other = await app.openTab();
  app.network.blackHole();
  other.network.delay(10_000);
  await other.user.click(other.screen.getByRole("button"));
  await app.close();
  await app.close();
  expect(app.session.state.peek().kind).toBe("ended");
  expect(app.connection).toMatchObject({ kind: "closed" });
  expect(app.clock.pending).toBe(0);
});

it("K28: a page that is about to reload does not do so after the end", async () => {
  const app = await mount(Counter, { development: false });
  await app.restartServer();
  await app.screen.findByText("Starting a new session…");
  await app.close();
  expect(app.reloads).toBe(0);
});

it("K28: a timer that is left is named by where it was set", async () => {
  const ticks = signal(0);
  function Leaky() {
    session.clock.setTimeout(() => ticks.value++, 1_000_000);
    return <p>{ticks}</p>;
  }
  const app = await mount(Leaky);
  await expect(app.close()).rejects.toMatchObject({
    code: "testing/timers-left",
    message: expect.stringMatching(/1 did[^]*a timer set at \S*Leaky \(.*pages\.test\.tsx/),
  });
});
