import { describe, expect, it } from "vitest";
import { createContext, effect, session, SessionEnded, signal, useContext } from "tandem";
import { Output, show, showProgress, toast, withLoading, type Shown } from "tandem/flow";
import { mount } from "tandem/testing";
import { deferred } from "../support/promises.ts";
import { mounted, shownIn } from "./support.tsx";

describe("show", () => {
  it("Y1: appends below the page of any app, in order, and what it shows is live", async () => {
    await using test = await mounted();
    const count = signal(1);
    await test.run(() => {
      show("first");
      show(<p>{count} bells</p>);
    });
    expect(shownIn(test.app)).toEqual(["first", "1 bells"]);
    await test.run(() => count.set(2));
    expect(shownIn(test.app)).toEqual(["first", "2 bells"]);
    expect(test.app.document.querySelector("main")!.textContent).toBe("Page");
    test.app.expectInStep();
  });

  it("Y1: what was shown before there is a page is in its first paint", async () => {
    function Early() {
      effect(() => void show("early"));
      return <main>Page</main>;
    }
    await using app = await mount(Early);
    expect(shownIn(app)).toEqual(["early"]);
    app.expectInStep();
  });

  it("Y2: its handle changes and removes it; removed, nothing changes any more", async () => {
    await using test = await mounted();
    const [first, second] = await test.run(() => [show("one"), show("two")]);
    await test.run(() => first.update(<b>uno</b>));
    expect(shownIn(test.app)).toEqual(["uno", "two"]);
    await test.run(() => first.remove());
    await test.run(() => (first.update("again"), first.remove()));
    expect(shownIn(test.app)).toEqual(["two"]);
    expect([first.isShown.value, second.isShown.value]).toEqual([false, true]);
    test.app.expectInStep();
  });

  it("Y2: stays shown whether or not anybody keeps its handle", async () => {
    await using test = await mounted();
    const weak = await test.run(() => new WeakRef(show("kept")));
    await test.run(() => show("more"));
    expect(weak).toBeInstanceOf(WeakRef);
    expect(shownIn(test.app)).toEqual(["kept", "more"]);
  });

  it("Y3: positions count from the start, and below 0 from the end", async () => {
    await using test = await mounted();
    await test.run(() => {
      for (const letter of ["A", "B", "C"]) show(letter);
      show("p0", { position: 0 });
      show("m1", { position: -1 });
      show("p2", { position: 2 });
      show("m2", { position: -2 });
    });
    expect(shownIn(test.app)).toEqual(["p0", "A", "p2", "B", "C", "m2", "m1"]);
  });

  it("Y3: one that is out of range means the nearest end, and one that is none is refused", async () => {
    await using test = await mounted();
    await test.run(() => {
      show("A");
      show("last", { position: 99 });
      show("first", { position: -99 });
    });
    expect(shownIn(test.app)).toEqual(["first", "A", "last"]);
    await expect(test.run(async () => show("x", { position: 0.5 }))).rejects.toMatchObject({
      code: "flow/bad-position",
    });
  });

  it("Y4: text is text, with its lines; markup is JSX, and else what the app vouches for", async () => {
    await using test = await mounted();
    await test.run(() => show("<b>x</b>\ny"));
    const [shown] = test.app.document.querySelectorAll(".tandem-shown");
    expect(shown!.innerHTML).toContain("&lt;b&gt;x&lt;/b&gt;\ny");
    expect(shown!.className).toBe("tandem-shown tandem-shown-text");
  });

  it("Y5: a component that shows while it is built is told what to do instead", async () => {
    const failures: unknown[] = [];
    function Eager() {
      try {
        show("too early");
      } catch (error) {
        failures.push(error);
      }
      return <main>Page</main>;
    }
    await using app = await mount(Eager);
    expect(failures).toEqual([expect.objectContaining({ code: "flow/while-building" })]);
    app.expectInStep();
  });

  it("Y5: after the end it throws SessionEnded", async () => {
    const test = await mounted();
    await test.app.session.close();
    expect(() => test.app.session.run(() => show("late"))).toThrow(SessionEnded);
    await test.app.close();
  });

  it("Y6: a handler shows in the root, wherever its element is, and so does an effect", async () => {
    await using test = await mounted();
    const bell = signal(0);
    const { scope, useScope } = await import("tandem/flow");
    await test.run(() => {
      scope("a", { content: <button onClick={() => show("pressed")}>Press</button> });
      useScope("a", () => {
        effect(() => void (bell.value > 0 && show(`rang ${bell.value}`)));
        bell.value = 1;
      });
    });
    await test.app.user.click(test.app.screen.getByRole("button"));
    await test.app.settle();
    expect(shownIn(test.app)).toEqual([["Press"], "rang 1", "pressed"]);
  });

  it("Y7: <Output/> gives what is shown a place in the app's own page, with its contexts", async () => {
    const Colour = createContext("none");
    const Coloured = () => <i>{useContext(Colour)}</i>;
    const placed = signal(true);
    await using test = await mounted(() => (
      <main>
        <Colour.Provider value="red">{() => placed.value && <Output class="mine" />}</Colour.Provider>
        <p>The end</p>
      </main>
    ));
    const { app } = test;
    await test.run(() => show(<Coloured />));
    expect(app.document.querySelector("main > .mine .tandem-shown")!.textContent).toBe("red");
    await test.run(() => placed.set(false));
    expect(app.document.querySelector("#tandem-layers .tandem-shown")!.textContent).toBe("none");
    await test.run(() => placed.set(true));
    expect(app.document.querySelectorAll(".tandem-shown")).toHaveLength(1);
    app.expectInStep();
  });

  it("Y7: two places for the same are an error", async () => {
    await using test = await mounted(
      () => (
        <main>
          <Output />
          <Output />
        </main>
      ),
      { expectErrors: true },
    );
    expect(test.app.errors.map(({ error }) => error)).toEqual([expect.objectContaining({ code: "flow/placed-twice" })]);
  });

  it("Y8: a crawler gets what is shown at once", async () => {
    const { Session } = await import("../../src/session/session.ts");
    const { App } = await import("../../src/session/app.ts");
    const { TestSession } = await import("../support/test-session.ts");
    const root = async () => {
      show("for all to read");
      await deferred().promise;
    };
    const { environment } = new TestSession(() => null);
    const painted = await Session.readOnce(new App(root, {}), environment);
    expect(painted.root).toContain("for all to read");
  });
});

describe("what tells how far something is", () => {
  it("Y9: withLoading shows a spinner and what is shown meanwhile, until its work is over", async () => {
    await using test = await mounted();
    const work = deferred();
    const { outcome } = await test.start(() =>
      withLoading(async () => {
        show("step 1");
        await work.promise;
        return 7;
      }),
    );
    expect(shownIn(test.app)).toEqual([["Loading…", "step 1"]]);
    expect(test.app.screen.getByRole("status").textContent).toBe("Loading…");
    work.resolve();
    await test.app.settle();
    expect(outcome).toEqual({ value: 7 });
    expect(shownIn(test.app)).toEqual([]);
  });

  it("Y9: also when its work fails, which it rejects with", async () => {
    await using test = await mounted();
    const fail = () => withLoading(() => Promise.reject(new Error("no luck")), { label: "Trying" });
    await expect(test.run(fail)).rejects.toThrow("no luck");
    await test.app.settle();
    expect(shownIn(test.app)).toEqual([]);
  });

  it("Y10: a bar follows its value, within its ends, and goes when all is done if it should", async () => {
    await using test = await mounted();
    const [bar, closing] = await test.run(() => [
      showProgress("Copying", { max: 4 }),
      showProgress("Closing", { closes: true }),
    ]);
    const shown = test.app.screen.getByLabelText<HTMLProgressElement>("Copying");
    await test.run(() => (bar.value = 3));
    expect([shown.value, shown.max]).toEqual([0.75, 1]);
    await test.run(() => (bar.value = 99));
    expect([bar.value, bar.isShown.value]).toEqual([4, true]);
    await test.run(() => (closing.value += 1));
    expect(closing.isShown.value).toBe(false);
    expect(() => (bar.value = Number.NaN)).toThrow(expect.objectContaining({ code: "flow/bad-progress" }));
  });

  it("Y11: toast is the session's notice", async () => {
    await using test = await mounted();
    const deeds: string[] = [];
    const id = await test.run(() =>
      toast("Saved.", { kind: "success", duration: 0, action: { label: "Undo", onClick: () => deeds.push("undone") } }),
    );
    expect(id).toMatch(/^notice-/);
    await test.app.user.click(test.app.screen.getByRole("button", { name: "Undo" }));
    await test.app.settle();
    expect(deeds).toEqual(["undone"]);
  });
});

it("Y2: a handle brings what it shows into view", async () => {
  await using test = await mounted();
  const calls: unknown[] = [];
  test.app.window.Element.prototype.scrollIntoView = function (this: Element, options) {
    calls.push([this.textContent, options]);
  };
  let shown!: Shown;
  await test.run(() => {
    shown = show("far below");
    shown.scrollTo({ block: "center" });
  });
  expect(calls).toEqual([["far below", { block: "center" }]]);
  await test.run(() => (shown.remove(), shown.scrollTo()));
  expect(calls).toHaveLength(1);
  expect(session).toBeDefined();
});
