import { expect, it } from "vitest";
import { effect, session, signal, type TandemError } from "tandem";
import { mount } from "tandem/testing";

const failure = new Error("out of paper");
function Printer() {
  const print = () => {
    throw failure;
  };
  return <button onClick={print}>Print</button>;
}

it("K21: an error that the test does not expect fails what the test waits for", async () => {
  const app = await mount(Printer);
  const thrown = (await app.user.click(app.screen.getByRole("button")).catch((error: unknown) => error)) as TandemError;
  expect(thrown.code).toBe("testing/unexpected-error");
  expect(thrown.message).toContain("an event handler failed: out of paper");
  expect(thrown.cause).toBe(failure);
  // It was told once.
  await app.close();
});

it("K21: one that nothing waited for fails the end", async () => {
  const app = await mount(Printer);
  app.session.run(() => app.session.reportError(failure, undefined));
  await expect(app.close()).rejects.toMatchObject({ code: "testing/unexpected-error", cause: failure });
  expect(app.session.state.peek().kind).toBe("ended");
});

it("K21: one while the app starts rejects mount, and leaves no session", async () => {
  let ended = false;
  function Hasty() {
    session.onEnded(() => (ended = true));
    effect(() => {
      throw failure;
    });
    return <p>text</p>;
  }
  await expect(mount(Hasty)).rejects.toMatchObject({ code: "testing/unexpected-error", cause: failure });
  expect(ended).toBe(true);
});

it("K21: expected errors can be looked at, and the person sees the notice", async () => {
  await using app = await mount(Printer, { expectErrors: true, development: false });
  await app.user.click(app.screen.getByRole("button"));
  const { errorId } = app.errors[0]!;
  expect(app.errors).toEqual([
    { error: failure, source: "an event handler failed", errorId: expect.stringMatching(/^\w{6}$/) },
  ]);
  expect(app.screen.getByRole("alert").textContent).toContain(errorId);
});

it("K21: a pattern expects only what it matches", async () => {
  const messages = ["paper jam", "toner low"];
  const next = signal(0);
  const Fickle = () => {
    const print = () => {
      throw new Error(messages[next.value++]);
    };
    return <button onClick={print}>Print</button>;
  };
  await using app = await mount(Fickle, { expectErrors: /^paper/ });
  const button = app.screen.getByRole("button");
  await app.user.click(button);
  await expect(app.user.click(button)).rejects.toThrowError("toner low");
});

it("K22: a listener on the page that throws counts as an error", async () => {
  await using app = await mount(Printer, { expectErrors: true });
  app.document.body.addEventListener("focusin", () => {
    throw failure;
  });
  app.screen.getByRole("button").focus();
  await app.settle();
  expect(app.errors).toEqual([{ error: failure, source: "the page failed", errorId: undefined }]);
});

it("K22: a frame that the page cannot apply counts as an error, and the page recovers", async () => {
  const text = signal("one");
  await using app = await mount(() => <p title="t">a {text}</p>, { expectErrors: true });
  // Someone's script took the region away: the page no longer is what the session believes.
  app.document.querySelector("p")!.textContent = "";
  app.session.run(() => (text.value = "two"));
  await app.clock.advance(2_000);
  expect(app.errors.map(({ source }) => source)).toEqual(["a frame to the page failed"]);
  app.expectInStep();
});

it("K22: a timer of the app that throws counts as an error", async () => {
  function Late() {
    session.clock.setTimeout(() => {
      throw failure;
    }, 10);
    return <p>text</p>;
  }
  await using app = await mount(Late, { expectErrors: true });
  await app.clock.advance(10);
  expect(app.errors).toEqual([
    { error: failure, source: expect.stringMatching(/^a timer set at .*errors\.test\.tsx/), errorId: undefined },
  ]);
});

it("K23: the log has what the server logged", async () => {
  const count = signal(0);
  await using app = await mount(function Careless() {
    return <p>{count.value}</p>;
  });
  expect(app.log).toEqual([
    expect.objectContaining({ level: "warn", event: "view/read-once", message: expect.stringContaining("Careless") }),
  ]);
});
