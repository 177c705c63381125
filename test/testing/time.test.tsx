import { expect, it } from "vitest";
import { every, signal, type TandemError } from "tandem";
import { mount } from "tandem/testing";
import { Counter } from "./apps.tsx";

it("K10: an interval of the session ticks only as time is advanced", async () => {
  function Ticking() {
    const ticks = every(1_000);
    return <p>{ticks} ticks</p>;
  }
  await using app = await mount(Ticking);
  await app.settle();
  app.screen.getByText("0 ticks");
  await app.clock.advance(2_500);
  app.screen.getByText("2 ticks");
  await app.clock.advance(500);
  app.screen.getByText("3 ticks");
});

it("K10: timers and frames come in the order of their times", async () => {
  const seen: string[] = [];
  await using app = await mount(() => (
    <button onClick={() => seen.push(`click ${app.clock.now() - start}`)}>Click</button>
  ));
  const start = app.clock.now();
  app.network.delay(300, "up");
  for (const ms of [400, 200]) app.session.clock.setTimeout(() => seen.push(`timer ${ms}`), ms);
  await app.user.click(app.screen.getByRole("button"));
  await app.clock.advance(1_000);
  expect(seen).toEqual(["timer 200", "click 300", "timer 400"]);
  expect(app.clock.now() - start).toBe(1_000);
});

it("K10: time only goes forward", async () => {
  await using app = await mount(Counter);
  await expect(app.clock.advance(-1)).rejects.toMatchObject({ code: "testing/bad-time" });
  await expect(app.clock.advance(Number.NaN)).rejects.toMatchObject({ code: "testing/bad-time" });
});

it("K11: settle follows what is due now to its end, and leaves the rest", async () => {
  const seen: string[] = [];
  await using app = await mount(Counter);
  const { clock } = app.session;
  clock.setTimeout(() => {
    seen.push("now");
    void Promise.resolve().then(() => clock.setTimeout(() => seen.push("then"), 0));
  }, 0);
  clock.setTimeout(() => seen.push("later"), 1);
  await app.settle();
  expect(seen).toEqual(["now", "then"]);
  await app.clock.advance(1);
  expect(seen).toEqual(["now", "then", "later"]);
});

it("K12: what never comes to rest is named", async () => {
  await using app = await mount(Counter);
  let goesOn = true;
  const again = () => {
    if (goesOn) app.session.clock.setTimeout(again, 0);
  };
  again();
  const failure = (await app.settle().catch((error: unknown) => error)) as TandemError;
  goesOn = false;
  expect(failure.code).toBe("testing/never-settles");
  expect(failure.message).toMatch(/100 × a timer set at \S*again \(.*time\.test\.tsx/);
});

it("K12: a page and a session that keep answering each other are named", async () => {
  const presses = signal(0);
  await using app = await mount(() => <input value={() => `${presses.value}`} onInput={() => presses.value++} />, {
    limits: { eventBurst: 100_000 },
  });
  const input = app.screen.getByRole("textbox");
  let goesOn = true;
  const bounce = () => {
    if (!goesOn) return;
    input.dispatchEvent(new app.window.Event("input", { bubbles: true }));
    app.clock.setTimeout(bounce, 0);
  };
  bounce();
  const failure = (await app.settle().catch((error: unknown) => error)) as TandemError;
  goesOn = false;
  expect(failure.code).toBe("testing/never-settles");
  expect(failure.message).toContain("× a frame to the session");
  expect(failure.message).toContain("× a frame to the page");
});
