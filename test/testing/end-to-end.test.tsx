import { expect, it } from "vitest";
import { session, signal } from "tandem";
import { mount } from "tandem/testing";
import { Op } from "../../src/protocol/operations.ts";
import { Random } from "../support/random.ts";
import { Counter, listApp, Shout, type Item } from "./apps.tsx";

it("K29: a hundred clicks over a slow line that keeps dropping count a hundred", async () => {
  const random = new Random(7);
  await using app = await mount(Counter, { keyDelay: 40 });
  const button = app.screen.getByRole("button", { name: "Click" });
  app.network.delay(300);
  for (let click = 1; click <= 100; click++) {
    await app.user.click(button);
    if (!random.chance(0.1)) continue;
    if (random.chance(0.5)) app.network.drop();
    else await app.network.duplicate();
    app.network.restore();
  }
  await app.clock.advance(60_000);
  app.screen.getByText("Clicked 100 times");
  app.expectInStep();
});

it("K29: a click made before there is a connection counts, too", async () => {
  await using app = await mount(Counter, { connected: false });
  await app.user.dblClick(app.screen.getByRole("button"));
  app.network.resume();
  await app.screen.findByText("Clicked 2 times");
});

it("K30: 200 characters at 20 a second over 300 ms each way lose and reorder nothing", async () => {
  const text = "the quick brown fox jumps over the lazy dog ".repeat(5).slice(0, 200);
  await using app = await mount(Shout, { keyDelay: 50 });
  const input = app.screen.getByRole<HTMLInputElement>("textbox");
  app.network.delay(300);
  for (let typed = 1; typed <= text.length; typed++) {
    await app.user.type(input, text[typed - 1]!, { initialSelectionStart: typed - 1, skipClick: typed > 1 });
    expect(input.value.toLowerCase()).toBe(text.slice(0, typed));
  }
  await app.clock.advance(1_000);
  expect(input.value).toBe(text.toUpperCase());
  app.expectInStep();
});

it("K30: an answer to older text does not touch newer text", async () => {
  await using app = await mount(Shout);
  const input = app.screen.getByRole<HTMLInputElement>("textbox");
  await app.user.type(input, "ab");
  app.network.pause("up");
  await app.user.type(input, "c");
  app.network.pause("down");
  app.network.resume("up");
  await app.settle();
  app.network.pause("up");
  await app.user.type(input, "d");
  app.network.resume("down");
  await app.settle();
  expect(input.value).toBe("ABcd");
  app.network.resume("up");
  await app.settle();
  expect(input.value).toBe("ABCD");
});

it.each([1, 2, 3, 4, 5, 6])(
  "K31: a list through random changes, drops and resynchronisations (seed %i)",
  async (seed) => {
    const random = new Random(seed);
    const items = signal<readonly Item[]>([{ id: 1, name: "first" }]);
    const shown = signal(random.chance(0.5));
    let lastId = 1;
    await using app = await mount(listApp(items, shown), { limits: { maxBacklogOperations: 12 } });
    app.expectInStep();
    const change = () => {
      const list = [...items.peek()];
      const at = random.below(list.length + 1);
      switch (random.below(5)) {
        case 0:
          list.splice(at, 0, { id: ++lastId, name: `new ${lastId}` }, { id: ++lastId, name: `<b>${lastId}</b>` });
          break;
        case 1:
          list.splice(at, random.below(4));
          break;
        case 2:
          list.sort(() => (random.chance(0.5) ? 1 : -1));
          break;
        case 3:
          if (at < list.length) list[at] = { id: list[at]!.id, name: `changed ${random.below(100)}` };
          break;
        default:
          shown.value = !shown.peek();
      }
      items.value = list;
    };
    for (let step = 0; step < 40; step++) {
      if (random.chance(0.15)) app.network.drop();
      app.session.run(() => {
        for (let changes = random.below(4); changes >= 0; changes--) change();
      });
      if (random.chance(0.3)) await app.network.reconnect();
      await app.settle();
      if (app.connection.kind === "connected") app.expectInStep();
    }
    await app.network.reconnect();
    app.expectInStep();
  },
);

it("K31: what changes between first paint and connection arrives", async () => {
  const items = signal<readonly Item[]>([{ id: 1, name: "first" }]);
  await using app = await mount(listApp(items, signal(true)), { connected: false });
  app.session.run(() => (items.value = [{ id: 2, name: "second" }, ...items.peek()]));
  expect(app.dom()).not.toBe(app.html());
  app.network.resume();
  await app.settle();
  app.screen.getByText("second");
  app.expectInStep();
});

it("K32: a resynchronisation keeps focus, caret, and text on its way to the server", async () => {
  const noise = signal(0);
  const text = signal("");
  function Form() {
    return (
      <main>
        <p>{noise}</p>
        <input aria-label="name" value={text} onInput={(event) => (text.value = event.value)} />
        <input aria-label="free" />
      </main>
    );
  }
  await using app = await mount(Form, { limits: { maxBacklogOperations: 1 } });
  const name = app.screen.getByLabelText<HTMLInputElement>("name");
  const free = app.screen.getByLabelText<HTMLInputElement>("free");
  await app.user.type(free, "mine alone");
  await app.user.type(name, "Ada");
  app.network.drop();
  await app.user.type(name, " Lovelace");
  name.setSelectionRange(4, 8);
  for (let change = 0; change < 5; change++) app.session.run(() => noise.value++);
  // More changed than may wait: a resynchronisation is due.
  app.session.run(() => (text.value = "Grace"));
  await app.network.reconnect();
  expect(app.frames.operations.some(([operation]) => operation === Op.Sync)).toBe(true);
  expect(app.document.activeElement).toBe(name);
  expect([name.selectionStart, name.selectionEnd]).toEqual([4, 8]);
  expect(name.value).toBe("Ada Lovelace");
  expect(text.peek()).toBe("Ada Lovelace");
  expect(free.value).toBe("mine alone");
  app.expectInStep();
});

it("K33: both tabs show what either does, and the handler knows who acts", async () => {
  const actors: number[] = [];
  function Shared() {
    const text = signal("");
    return (
      <main>
        <input aria-label="text" bind={text} />
        <p>{text}</p>
        <button onClick={(event) => actors.push(event.client.id)}>Act</button>
      </main>
    );
  }
  await using app = await mount(Shared);
  const other = await app.openTab();
  await app.user.type(app.screen.getByLabelText("text"), "from one");
  other.screen.getByText("from one");
  expect(other.screen.getByLabelText("text")).toHaveProperty("value", "from one");
  await other.user.type(other.screen.getByLabelText("text"), ", from two");
  app.screen.getByText("from one, from two");
  await app.user.click(app.screen.getByRole("button"));
  await other.user.click(other.screen.getByRole("button"));
  expect(actors).toEqual([1, 2]);
  app.expectInStep();
  other.expectInStep();
});

it("K33: a tab that reads slowly does not hold up the other", async () => {
  const items = signal<readonly Item[]>([]);
  await using app = await mount(listApp(items, signal(true)), { limits: { windowBytes: 200 } });
  const slow = await app.openTab();
  slow.network.pause("down");
  for (let id = 1; id <= 50; id++) {
    app.session.run(() => (items.value = [...items.peek(), { id, name: `item ${id}` }]));
    // A page acknowledges a frame after a quarter of a second.
    await app.clock.advance(300);
  }
  app.expectInStep();
  expect(slow.frames.down.length).toBeLessThan(20);
  slow.network.resume();
  await app.clock.advance(1_000);
  slow.expectInStep();
});

it("K34: after a restart the page says so, and starts again", async () => {
  await using app = await mount(Counter, { development: false });
  await app.user.click(app.screen.getByRole("button"));
  const before = app.session;
  await app.restartServer();
  await app.screen.findByText("Starting a new session…");
  await app.clock.advance(2_000);
  expect(app.session).not.toBe(before);
  expect(app.reloads).toBe(1);
  expect(app.connection.kind).toBe("connected");
  app.screen.getByText("Clicked 0 times");
  app.expectInStep();
});

it("K34: a session that closed for good is not started again", async () => {
  const Door = () => <button onClick={() => void session.close({ hard: true, message: "Good night." })}>Close</button>;
  await using app = await mount(Door);
  await app.user.click(app.screen.getByRole("button"));
  expect(app.screen.getByRole("alert").textContent).toContain("Good night.");
  await app.clock.advance(60_000);
  expect(app.reloads).toBe(0);
  expect(app.connection).toEqual({ kind: "closed", notice: { code: 4001, message: "Good night." } });
});
