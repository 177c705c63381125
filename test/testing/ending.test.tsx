import { expect, it } from "vitest";
import { app, For, session, signal } from "tandem";
import { mount } from "tandem/testing";

const THANKS = "Thanks for your submission.";

function Form() {
  const files = signal(1);
  session.onEnded(() => void files.value--);
  return (
    <main>
      <button onClick={() => session.close({ hard: true, message: THANKS })}>Submit</button>
      <button onClick={() => session.close()}>Leave</button>
    </main>
  );
}

it("K45: a hard close shows its text in every tab, and nothing connects again, however long one waits", async () => {
  await using form = await mount(Form);
  const second = await form.openTab();
  await form.user.click(form.screen.getByRole("button", { name: "Submit" }));
  await form.settle();
  for (const tab of [form, second]) {
    expect(tab.screen.getByRole("alert").textContent).toBe(THANKS);
    expect(tab.connection).toEqual({ kind: "closed", notice: { code: 4001, message: THANKS } });
  }
  await form.clock.advance(60_000);
  for (const tab of [form, second]) expect([tab.connection.kind, tab.reloads]).toEqual(["closed", 0]);
  expect(form.session.state.peek()).toEqual({ kind: "ended", code: 4001 });
});

it("K45: a soft close offers to start again", async () => {
  await using form = await mount(Form);
  await form.user.click(form.screen.getByRole("button", { name: "Leave" }));
  await form.settle();
  expect(form.screen.getByRole("alert").textContent).toContain("The session has ended.");
  form.screen.getByRole("button", { name: "Reload" });
});

it("K45: a session that is idle ends as time is advanced, unless somebody acts", async () => {
  const Kiosk = app(() => <button onClick={() => {}}>Stay</button>, {
    idleTimeout: 60_000,
    idleMessage: "Asleep.",
  });
  await using kiosk = await mount(Kiosk);
  for (let minute = 0; minute < 3; minute++) {
    await kiosk.clock.advance(45_000);
    await kiosk.user.click(kiosk.screen.getByRole("button"));
  }
  expect(kiosk.connection.kind).toBe("connected");
  await kiosk.clock.advance(61_000);
  expect(kiosk.screen.getByRole("alert").textContent).toBe("Asleep.");
});

it("K45: a page that is away when its session closes hears of it when its network is back", async () => {
  await using form = await mount(Form);
  form.network.drop();
  await form.settle();
  expect(form.session.state.peek().kind).toBe("detached");
  await form.session.close({ hard: true, message: THANKS });
  await form.network.reconnect();
  expect(form.screen.getByRole("alert").textContent).toBe(THANKS);
});

it("S73: 1,500 lines written while a page is away are all there, in order, when it is back", async () => {
  const lines = signal<readonly number[]>([]);
  const Log = () => (
    <ol>
      <For each={lines}>{(line) => <li>{line}</li>}</For>
    </ol>
  );
  await using log = await mount(Log);
  log.network.drop();
  await log.settle();
  for (let line = 1; line <= 1_500; line++) log.session.run(() => (lines.value = [...lines.peek(), line]));
  await log.network.reconnect();
  await log.settle();
  const shown = Array.from(log.screen.getByRole("list").children, (item) => Number(item.textContent));
  expect(shown).toEqual(lines.value);
  log.expectInStep();
});
