import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { app as makeApp, debounced, session, signal } from "tandem";
import { mount } from "tandem/testing";
import { Counter, Shout } from "./apps.tsx";

it("K7: after each thing a person does, its outcome is on the screen", async () => {
  await using app = await mount(Counter);
  const button = app.screen.getByRole("button");
  for (let clicks = 1; clicks <= 3; clicks++) {
    await app.user.click(button);
    app.screen.getByText(`Clicked ${clicks} times`);
  }
});

it("K7: each key takes its time", async () => {
  await using app = await mount(Shout, { keyDelay: 50 });
  await app.user.type(app.screen.getByRole("textbox"), "abcd");
  const times = app.frames.up.filter(({ frame }) => typeof frame[0] === "number" && frame[0] > 0).map(({ at }) => at);
  expect(times.map((at) => at - times[0]!)).toEqual([0, 50, 100, 150]);
});

it("K8: find lets the app's time pass until it finds", async () => {
  function Slow() {
    const text = signal("");
    const quiet = debounced(text, 700);
    return (
      <main>
        <input bind={text} />
        <p>{quiet}</p>
      </main>
    );
  }
  await using app = await mount(Slow);
  const start = app.clock.now();
  await app.user.type(app.screen.getByRole("textbox"), "late");
  expect(app.screen.queryByText("late")).toBeNull();
  await app.screen.findByText("late");
  expect(app.clock.now() - start).toBe(700);
});

it("K8: find throws the query's error when its time is up", async () => {
  await using app = await mount(Counter);
  const start = app.clock.now();
  const failure = await app.screen
    .findByText("never", {}, { timeout: 300, interval: 100 })
    .catch((error: Error) => error);
  expect(failure).toMatchObject({ message: expect.stringContaining("Unable to find an element with the text: never") });
  expect(app.clock.now() - start).toBe(300);
});

it("K8: find waits for what is outside, too", async () => {
  function Reader() {
    const text = signal("");
    const read = async () => {
      text.value = (await readFile(new URL(import.meta.url), "utf8")).slice(0, 6);
    };
    return (
      <main>
        <button onClick={read}>Read</button>
        <p>{text}</p>
      </main>
    );
  }
  await using app = await mount(Reader);
  await app.user.click(app.screen.getByRole("button"));
  await app.screen.findByText(/\w{6}/, { selector: "p" }, { timeout: 60_000 });
});

it("K8: find gives what is outside a second of the machine's time before it gives up, and the app no more of its own", async () => {
  function Slow() {
    const text = signal("");
    const ask = async () => {
      // Of the machine, as a database has: none of the app's.
      await new Promise<void>((resolve) => setTimeout(resolve, 300));
      text.value = "answered";
    };
    return (
      <main>
        <button onClick={ask}>Ask</button>
        <p>{text}</p>
      </main>
    );
  }
  await using app = await mount(Slow);
  const start = app.clock.now();
  await app.user.click(app.screen.getByRole("button"));
  await app.screen.findByText("answered", {}, { timeout: 100 });
  expect(app.clock.now() - start).toBe(100);
});

it("K8: waitFor and within do the same for any condition, and a part of the screen", async () => {
  function Timer() {
    const done = signal(false);
    session.clock.setTimeout(() => (done.value = true), 250);
    return (
      <main>
        <p>{() => (done.value ? "done" : "busy")}</p>
        <section>here</section>
      </main>
    );
  }
  await using app = await mount(Timer);
  await app.waitFor(() => expect(app.document.querySelector("p")!.textContent).toBe("done"));
  const section = app.document.querySelector<HTMLElement>("section")!;
  expect(app.within(section).queryByText("done")).toBeNull();
  await app.within(section).findByText("here");
});

it("K9: what the app's styles hide cannot be found by its role", async () => {
  const Hidden = () => (
    <main>
      <button class="secret">One</button>
      <button>Two</button>
    </main>
  );
  await using app = await mount(makeApp(Hidden, { styles: [".secret { display: none }"] }));
  expect(app.screen.getByRole("button")).toHaveProperty("textContent", "Two");
});
