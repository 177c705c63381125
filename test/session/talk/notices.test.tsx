import { describe, expect, it, vi } from "vitest";
import { SessionEnded } from "../../../src/session/call-errors.ts";
import { effect } from "../../../src/reactive/effect.ts";
import { signal } from "../../../src/reactive/signal.ts";
import { currentSession } from "../../../src/session/current.ts";
import type { NoticeOptions } from "../../../src/session/talk/notices.ts";
import type { Child } from "../../../src/view/node.ts";
import { TestSession } from "../../support/test-session.ts";

function start() {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  const layers = () => test.session.firstPaint().layers;
  const plain = () => layers().replaceAll(/ data-t="\d+"|<!--.*?-->/g, "");
  const texts = () => [...plain().matchAll(/<div class="tandem-toast-text">(.*?)<\/div>/g)].map(([, text]) => text);
  const notify = (content: Child, options?: NoticeOptions) =>
    test.session.run(() => test.session.notify(content, options));
  const id = (pattern: RegExp) => Number(pattern.exec(layers())![1]);
  const fire = (type: string, pattern: RegExp) => client.event(id(pattern), type, type === "click" ? { n: 1 } : {});
  return { test, client, layers, texts, notify, fire };
}

const TOAST = /<div data-t="(\d+)"[^>]*class="tandem-notice tandem-toast /;
const DISMISS = /<button data-t="(\d+)"[^>]*class="tandem-toast-close"/;

it("M29: a notice is a part of the screen, for those who are there and who comes later", () => {
  const { test, client, texts, notify, layers } = start();
  const count = signal(1);
  notify(<b>{count} saved</b>);
  expect(texts()).toEqual(["<b>1 saved</b>"]);
  const before = client.operations.length;
  test.session.run(() => void (count.value = 2));
  expect([texts(), client.operations.length]).toEqual([["<b>2 saved</b>"], before + 1]);
  expect(JSON.stringify(test.attach(1, -1).operations.at(-1))).toContain("2");
  expect(layers()).toContain('aria-label="Notices"');
});

it("M29: its kind says how it is read out", () => {
  const { notify, layers } = start();
  for (const kind of ["info", "success", "warning", "error"] as const) notify(kind, { kind });
  const roles = [...layers().matchAll(/tandem-toast tandem-(\w+)"[^>]*role="(\w+)"/g)].map(([, ...found]) => found);
  expect(roles).toEqual([
    ["info", "status"],
    ["success", "status"],
    ["warning", "alert"],
    ["error", "alert"],
  ]);
});

it("M29: its action runs once and dismisses it, and so does its button", () => {
  const { texts, notify, fire } = start();
  const undo = vi.fn();
  notify("Deleted", { action: { label: "Undo", onClick: undo } });
  const ACTION = /<button data-t="(\d+)"[^>]*>Undo</;
  fire("click", ACTION);
  expect([undo.mock.calls.length, texts()]).toEqual([1, []]);
  notify("Stays", { duration: 0 });
  fire("click", DISMISS);
  expect([undo.mock.calls.length, texts()]).toEqual([1, []]);
});

it("M29: one shown by an effect makes the effect depend on nothing of it", () => {
  const { test, texts } = start();
  const source = signal(1);
  const runs = vi.fn();
  test.session.run(() =>
    effect(() => {
      runs();
      test.session.notify(<b>{source}</b>);
    }),
  );
  test.session.run(() => void (source.value = 2));
  expect([runs.mock.calls.length, texts()]).toEqual([1, ["<b>2</b>"]]);
});

it("M29: one shown while the app starts is in the first paint", () => {
  const test = new TestSession(() => {
    currentSession().notify("Welcome");
    return <p />;
  });
  expect(test.session.firstPaint().layers).toContain("Welcome");
  expect(start().layers()).toBe("");
});

describe("how long it stays", () => {
  it("M30: 5 seconds, its duration, or until it is dismissed", () => {
    const { test, texts, notify } = start();
    notify("short", { duration: 1_000 });
    notify("usual");
    notify("stays", { duration: 0 });
    notify("ever", { duration: Infinity });
    const after = (ms: number) => (test.clock.advance(ms), test.session.flush(), texts().length);
    expect([after(999), after(1), after(3_999), after(1), after(1e9)]).toEqual([4, 3, 3, 2, 2]);
  });

  it("M30: not while someone points at it or is in it, and then as long as it had left", () => {
    const { test, texts, notify, fire } = start();
    notify("held", { duration: 1_000 });
    test.clock.advance(600);
    fire("mouseenter", TOAST);
    fire("focusin", TOAST);
    test.clock.advance(30_000);
    fire("mouseleave", TOAST);
    test.clock.advance(29_000);
    expect(texts()).toEqual(["held"]);
    fire("focusout", TOAST);
    test.clock.advance(399);
    expect(texts()).toEqual(["held"]);
    test.clock.advance(1);
    test.session.flush();
    expect(texts()).toEqual([]);
  });

  it("M30: while one client points at it, another's pointer that leaves changes nothing", () => {
    const { test, texts, notify, fire } = start();
    const other = test.connect();
    notify("held", { duration: 1_000 });
    fire("mouseenter", TOAST);
    const toast = Number(TOAST.exec(test.session.firstPaint().layers)![1]);
    other.event(toast, "mouseenter", {});
    other.event(toast, "mouseleave", {});
    test.clock.advance(5_000);
    test.session.flush();
    expect(texts()).toEqual(["held"]);
  });

  it("M30: a pointer that never leaves holds it for a minute at most, and one that stays is not touched", () => {
    const { test, texts, notify, fire } = start();
    notify("held", { duration: 1_000 });
    fire("mouseenter", TOAST);
    test.clock.advance(60_999);
    expect(texts()).toEqual(["held"]);
    test.clock.advance(1);
    test.session.flush();
    expect(texts()).toEqual([]);
    notify("stays", { duration: 0 });
    fire("mouseenter", TOAST);
    fire("mouseleave", TOAST);
    test.clock.advance(1e9);
    test.session.flush();
    expect(texts()).toEqual(["stays"]);
  });

  it("M30: five are shown, and the oldest goes", () => {
    const { texts, notify } = start();
    for (let n = 1; n <= 7; n++) notify(`n${n}`);
    expect(texts()).toEqual(["n3", "n4", "n5", "n6", "n7"]);
  });

  it("M30: nothing of it outlives the session, and none is shown after", async () => {
    const { test, notify, layers } = start();
    notify("one");
    notify("two", { duration: 1e6 });
    await test.session.close();
    expect(test.clock.pending).toBe(0);
    expect(() => notify("late")).toThrow(SessionEnded);
    expect([layers(), test.clock.pending]).toEqual(["", 0]);
  });
});

it("M31: the same id takes the place of the other, with its own time; dismiss takes it away", () => {
  const { test, texts, notify } = start();
  expect(notify("1", { id: "save" })).toBe("save");
  const other = notify("other", { duration: 0 });
  test.clock.advance(4_000);
  expect(notify("2", { id: "save", kind: "success" })).toBe("save");
  test.clock.advance(4_000);
  test.session.flush();
  expect(texts()).toEqual(["2", "other"]);
  test.session.run(() => test.session.dismiss(other));
  test.session.run(() => test.session.dismiss("none"));
  expect(texts()).toEqual(["2"]);
  test.clock.advance(1_000);
  test.session.flush();
  expect([texts(), test.clock.pending > 0]).toEqual([[], true]);
});

it("M36: notices stand in the modal dialog on top, and above the page again when it goes", () => {
  const { test, texts, notify, layers } = start();
  const isIn = (dialog: string, text: string) => {
    const [, ...parts] = layers().split("<dialog");
    return parts.some((part) => part.includes(dialog) && part.split("</dialog>")[0]!.includes(text));
  };
  const open = (text: string, modal = true) =>
    test.session.run(() => test.session.showCustomDialog(() => <h2>{text}</h2>, { modal }));
  notify("before");
  expect(texts()).toEqual(["before"]);
  const first = open("First");
  notify("between");
  const second = open("Second");
  const beside = open("Beside", false);
  for (const text of ["before", "between"]) {
    expect([isIn("First", text), isIn("Second", text), isIn("Beside", text)]).toEqual([false, true, false]);
  }
  const close = (dialog: { close(): unknown }) => test.session.run(() => void dialog.close());
  close(second);
  expect([isIn("First", "before"), texts()]).toEqual([true, ["before", "between"]]);
  close(first);
  close(beside);
  expect([layers().includes("<dialog"), texts()]).toEqual([false, ["before", "between"]]);
  test.clock.advance(5_000);
  test.session.flush();
  expect(texts()).toEqual([]);
});

it("M31: options that mean nothing are refused", () => {
  const { notify, texts } = start();
  const bad: object[] = [
    { kind: "fatal" },
    { kind: "constructor" },
    { duration: -1 },
    { duration: "5" },
    { duration: Number.NaN },
    { id: "" },
    { id: 7 },
    { action: { label: "x" } },
    { action: { label: 1, onClick() {} } },
  ];
  for (const options of bad) {
    expect(() => notify("x", options)).toThrow(expect.objectContaining({ code: "client/bad-notice" }));
  }
  expect(() => notify("x", { durations: 5 } as object)).toThrow('"duration"');
  expect(texts()).toEqual([]);
});
