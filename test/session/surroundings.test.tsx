import { describe, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { Show } from "../../src/view/flow/show.ts";
import { ref } from "../../src/view/ref.ts";
import { app } from "../../src/session/app.ts";
import { currentSession } from "../../src/session/current.ts";
import { mount } from "../../src/testing/mount.ts";
import { PollingConnection } from "../../src/transport/polling.ts";
import { TestSession } from "../support/test-session.ts";

const REPORT = {
  width: 800,
  height: 600,
  pixelRatio: 2,
  visible: true,
  online: true,
  pointer: "fine",
  colorScheme: "light",
};
const ASKED = ["do", "window", []];

/** Notes what it reads of the window. */
function watching(...names: (keyof typeof REPORT)[]) {
  const runs: unknown[] = [];
  const test = new TestSession(() => {
    const { window } = currentSession();
    for (const name of names) effect(() => void runs.push([name, window[name].value]));
    return <button onClick={() => {}}>Act</button>;
  });
  const take = () => runs.splice(0);
  return { test, take };
}

describe("the window", () => {
  it("I50: pages are asked once something is read, and then tell", () => {
    const idle = new TestSession(() => <p />);
    expect(idle.connect().messages).toEqual([]);
    const { test, take } = watching("width", "colorScheme");
    expect(take()).toEqual([
      ["width", undefined],
      ["colorScheme", undefined],
    ]);
    const client = test.connect();
    expect(client.messages).toEqual([ASKED]);
    client.word("tell", "window", REPORT);
    expect(take()).toEqual([
      ["width", 800],
      ["colorScheme", "light"],
    ]);
    const late = new TestSession(() => <p />);
    const there = late.connect();
    late.session.run(() => late.session.window.online.value);
    expect(there.messages).toEqual([ASKED]);
  });

  it("I51: readers run for the fact they read alone", () => {
    const { test, take } = watching("width", "height", "visible");
    const client = test.connect();
    client.word("tell", "window", REPORT);
    take();
    client.word("tell", "window", { ...REPORT, height: 700 });
    client.word("tell", "window", { ...REPORT, height: 700, visible: false });
    client.word("tell", "window", { ...REPORT, height: 700, visible: false });
    expect(take()).toEqual([
      ["height", 700],
      ["visible", false],
    ]);
  });

  it("I52: the window is that of the client that acted last, while it is there", () => {
    const { test, take } = watching("width");
    const [first, second] = [test.connect(), test.connect()];
    expect([first.messages, second.messages]).toEqual([[ASKED], [ASKED]]);
    second.word("tell", "window", { ...REPORT, width: 300 });
    first.word("tell", "window", REPORT);
    take();
    second.event(test.idOf("button"), "click");
    expect(take()).toEqual([["width", 300]]);
    first.word("tell", "window", { ...REPORT, width: 900 });
    expect(take()).toEqual([]);
    test.session.run(() => test.session.removeClient(2));
    expect(take()).toEqual([["width", 900]]);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "800x600"],
    ["a list", [800, 600]],
    ["a part", { width: 1 }],
    ["a size below 0", { ...REPORT, width: -1 }],
    ["a size beyond any screen", { ...REPORT, height: 1e9 }],
    ["a size in words", { ...REPORT, width: "800" }],
    ["another pointer", { ...REPORT, pointer: "laser" }],
    ["another scheme", { ...REPORT, colorScheme: "sepia" }],
    ["a flag in words", { ...REPORT, visible: "true" }],
  ])("I53: %s is no report", (_, told) => {
    const { test, take } = watching("width");
    const client = test.connect();
    client.word("tell", "window", { ...REPORT, more: "is left out" });
    take();
    client.word("tell", "window", ...(told === undefined ? [] : [told]));
    expect(take()).toEqual([]);
    expect(test.events("session/bad-window-report")).toHaveLength(1);
  });
});

describe("the size of an element", () => {
  function measuring() {
    const shown = signal(true);
    const runs: unknown[] = [];
    const box = ref();
    const Box = () => {
      const size = currentSession().elementSize(box);
      effect(() => void runs.push(size.value));
      return <button ref={box} onClick={() => {}} />;
    };
    const test = new TestSession(() => <Show when={shown}>{() => <Box />}</Show>);
    return { test, shown, box, take: () => runs.splice(0) };
  }

  it("I62: it is what the page of the client that acted last tells", () => {
    const { test, box, take } = measuring();
    const [first, second] = [test.connect(), test.connect()];
    expect(take()).toEqual([undefined]);
    second.word("tell", "sizes", [[box.key, 100, 20]]);
    first.word("tell", "sizes", [[box.key, 200.5, 20]]);
    first.word("tell", "sizes", [[box.key, 200.5, 20]]);
    expect(take()).toEqual([{ width: 200.5, height: 20 }]);
    second.event(test.idOf("button"), "click");
    second.word("tell", "sizes", [[box.key, null]]);
    expect(take()).toEqual([{ width: 100, height: 20 }, undefined]);
    test.session.run(() => test.session.removeClient(2));
    expect(take()).toEqual([{ width: 200.5, height: 20 }]);
  });

  it("I63: pages measure while somebody wants to know, also those that join", () => {
    const { test, box, shown } = measuring();
    const { session } = test;
    const measure = ["do", "measure", [box.key]];
    const first = test.connect();
    session.run(() => session.elementSize(box));
    session.run(() => session.elementSize(box));
    session.run(() => (shown.value = false));
    const own = session.makeScope("own");
    const other = ref();
    session.run(() => own.run(() => session.elementSize(other)));
    const second = test.connect();
    session.run(() => own.destroy());
    expect(first.messages).toEqual([measure, ["do", "measure", [other.key]], ["do", "unmeasure", [other.key]]]);
    expect(second.messages).toEqual([
      ["do", "measure", [box.key, other.key]],
      ["do", "unmeasure", [other.key]],
    ]);
    const alone = measuring();
    const client = alone.test.connect();
    alone.test.session.run(() => (alone.shown.value = false));
    expect(client.messages).toEqual([
      ["do", "measure", [alone.box.key]],
      ["do", "unmeasure", [alone.box.key]],
    ]);
    expect(() => session.elementSize("box" as never)).toThrow(expect.objectContaining({ code: "session/not-a-ref" }));
  });

  it.each([
    [null],
    [{}],
    [[7]],
    [[[]]],
    [[["1", 2, 3]]],
    [[[1, -1, 3]]],
    [[[1, 2]]],
    [[[1, null, 3]]],
    [[[1, 2, "3"]]],
  ])("I64: %j is no report", (told) => {
    const { test, box, take } = measuring();
    const client = test.connect();
    client.word("tell", "sizes", [[box.key + 1_000, 1, 1]]);
    take();
    client.word("tell", "sizes", Array.isArray(told) ? [[box.key, 1, 1], ...(told as unknown[])] : told);
    expect([take(), test.events("session/bad-size-report").length]).toEqual([[], 1]);
  });
});

describe("the theme", () => {
  it("I54: it is in the first paint, and changes live", () => {
    const test = new TestSession(
      () => {
        currentSession().setTheme({ theme: "dark", accent: "teal" });
        return <p>{currentSession().theme}</p>;
      },
      { app: { theme: "light" } },
    );
    const { session } = test;
    expect(session.firstPaint().attributes).toEqual({ "data-theme": "dark", style: "--tandem-accent:teal" });
    expect(test.html).toContain("dark");
    const client = test.connect();
    session.run(() => session.setTheme("auto"));
    session.run(() => session.setTheme("auto"));
    session.run(() => session.setTheme({ accent: null, font: '"Fira Sans", serif' }));
    expect(client.operations).toEqual([
      [1, 0, "data-theme", null],
      [0, expect.any(Number), "auto"],
      [1, 0, "style", '--tandem-font:"Fira Sans", serif'],
    ]);
  });

  it("I54: the app says where it begins", () => {
    const begun = new TestSession(() => <p />, { app: { theme: { theme: "dark", surface: "#000" } } });
    expect(begun.session.firstPaint().attributes).toEqual({ style: "--tandem-surface:#000", "data-theme": "dark" });
    expect([begun.session.theme.peek(), new TestSession(() => <p />).session.theme.peek()]).toEqual(["dark", "auto"]);
    expect(() => app(() => null, { themes: "dark" } as never)).toThrow(/Did you mean "theme"/);
  });

  it("I55: what is shown is what is set, or else what the system prefers", () => {
    const test = new TestSession(() => <p>{() => String(currentSession().resolvedTheme.value)}</p>);
    const { session } = test;
    expect(test.html).toContain("undefined");
    const client = test.connect();
    client.word("tell", "window", { ...REPORT, colorScheme: "dark" });
    expect(test.html).toContain("dark");
    session.run(() => session.setTheme("light"));
    expect(test.html).toContain("light");
  });

  it.each([
    [{ accnt: "red" }, /Did you mean "accent"/],
    [{ theme: "sepia" }, /"light", "dark" or "auto"/],
    ["sepia", /"light", "dark" or "auto"/],
    [null, /"light", "dark", "auto" or/],
    [{ accent: 7 }, /a value of CSS for accent/],
    [{ accent: "" }, /a value of CSS for accent/],
    [{ accent: "r".repeat(501) }, /a value of CSS for accent/],
    [{ accent: "red; background: url(x)" }, /one value for the CSS property --tandem-accent/],
    [{ accent: "red}" }, /one value/],
    [{ theme: "dark", font: "serif /*" }, /one value/],
  ])("I56: %o is refused, and changes nothing", (change, message) => {
    const { session } = new TestSession(() => <p />);
    expect(() => session.setTheme(change as never)).toThrow(message);
    expect([session.firstPaint().attributes, session.theme.peek()]).toEqual([{}, "auto"]);
    session.setTheme({ accent: "red" });
    expect(session.firstPaint().attributes).toEqual({ style: "--tandem-accent:red" });
  });

  it("I57: clients that join or lost their place have the root element right", async () => {
    const test = new TestSession(() => <p />);
    const { session } = test;
    session.run(() => session.setTheme("dark"));
    session.run(() => session.setTheme("auto"));
    session.run(() => session.setTheme({ accent: "red" }));
    expect(session.wholeScreen().slice(-2)).toEqual([
      [1, 0, "data-theme", null],
      [1, 0, "style", "--tandem-accent:red"],
    ]);
    await using page = await mount(() => <p />, { development: false });
    const root = page.document.documentElement;
    page.session.run(() => page.session.setTheme({ theme: "dark", accent: "red" }));
    await page.settle();
    expect([root.getAttribute("data-theme"), root.style.getPropertyValue("--tandem-accent")]).toEqual(["dark", "red"]);
    const tab = await page.openTab();
    expect(tab.document.documentElement.getAttribute("data-theme")).toBe("dark");
    await page.reload();
    expect(root.getAttribute("data-theme")).toBe(null);
  });
});

describe("the environment", () => {
  it.each([
    [{ titel: "x" }, /Did you mean "title"/],
    [{ autoScrolBottom: true }, /Did you mean "autoScrollBottom"/],
    [{ outputAnimation: 1 }, /outputAnimation in setEnv\(\) to be true or false, but got 1/],
    [{ inputPanelMinHeight: 75 }, /pixels above 75/],
    [{ inputPanelInitHeight: 175 }, /pixels above 175/],
    [{ httpPullInterval: 10 }, /100 to 25000 milliseconds/],
    [{ outputMaxWidth: "wide; color: red" }, /a length of CSS/],
    [{ title: "New", outputMaxWidth: 800 }, /a length of CSS/],
    [{ title: null }, /title in setEnv\(\) to be text/],
  ])("I58: %o is refused, and changes nothing", (change, message) => {
    const { session } = new TestSession(() => <p />);
    const before = session.env.peek();
    expect(() => session.setEnv(change as never)).toThrow(message);
    expect([session.env.peek(), session.firstPaint().title]).toEqual([before, undefined]);
  });

  it("I59: it is live; title and width have their effect", () => {
    const test = new TestSession(() => <p>{() => String(currentSession().env.value.inputPanelMinHeight)}</p>);
    const { session } = test;
    expect(session.env.peek()).toEqual({
      outputAnimation: true,
      autoScrollBottom: false,
      httpPullInterval: undefined,
      inputPanelFixed: true,
      inputPanelMinHeight: 300,
      inputPanelInitHeight: 300,
      inputAutoFocus: true,
      outputMaxWidth: undefined,
    });
    session.run(() => session.setEnv({ title: "Log", outputMaxWidth: "60rem", inputPanelMinHeight: 76 }));
    expect(test.html).toContain("76");
    const { title, attributes } = session.firstPaint();
    expect([title, attributes]).toEqual(["Log", { style: "--tandem-output-max-width:60rem" }]);
    session.run(() => session.setTheme({ accent: "red" }));
    expect(session.firstPaint().attributes!["style"]).toBe("--tandem-output-max-width:60rem;--tandem-accent:red");
  });

  it("I60: pages are told to follow their end, also those that join", () => {
    const test = new TestSession(() => <p />);
    const { session } = test;
    const first = test.connect();
    session.run(() => session.setEnv({ autoScrollBottom: true, inputAutoFocus: false }));
    const second = test.connect();
    session.run(() => session.setEnv({ autoScrollBottom: false }));
    const third = test.connect();
    const told = (isOn: boolean) => ["do", "env", [{ autoScrollBottom: isOn }]];
    expect(first.messages).toEqual([told(true), told(false)]);
    expect(second.messages).toEqual([told(true), told(false)]);
    expect(third.messages).toEqual([]);
  });

  it("I61: questions of polling clients wait as long as the session says", () => {
    const test = new TestSession(() => <p />);
    const { session, clock } = test;
    const answers: string[] = [];
    const line = (id: string) => {
      const connection = new PollingConnection(id, { clock, interval: 1_000, ended: () => {} });
      const ask = () =>
        connection.ask({
          bufferedBytes: 0,
          write: () => {},
          end: () => void answers.push(id),
          destroy: () => {},
          onClose: () => {},
        });
      return { connection, ask };
    };
    const [one, two] = [line("one"), line("two")];
    session.attachClient(session.addClient(), one.connection, { protocol: 1, ticket: "", frame: 0 });
    session.run(() => session.setEnv({ httpPullInterval: 5_000 }));
    session.attachClient(session.addClient(), two.connection, { protocol: 1, ticket: "", frame: 0 });
    one.ask();
    two.ask();
    clock.advance(4_999);
    const before = answers.splice(0);
    clock.advance(1);
    expect([before, answers]).toEqual([[], ["one", "two"]]);
  });
});
