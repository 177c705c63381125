import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../src/protocol/event-kinds.ts";
import { EARLY_CAPTURE } from "../../src/browser/early-capture.ts";
import { Op } from "../../src/protocol/operations.ts";
import { enter, fire, openPage } from "./support.ts";

const types = (page: { server: { events: unknown[][] } }) =>
  page.server.events.map(([id, type]) => `${String(id)} ${String(type)}`);

describe("which events are sent", () => {
  it("B30: an event goes up from its target through all who listen, the innermost first", () => {
    const page = openPage({
      root: `<div data-t="3" data-on="click"><p data-t="4" data-on="click"><b><i>x</i></b></p></div>`,
    });
    fire(page, page.$("i"), "click");
    fire(page, page.$("div"), "click");
    expect(types(page)).toEqual(["4 click", "3 click", "3 click"]);
  });

  it("B30: what does not bubble is sent for its target alone", () => {
    const page = openPage({ root: `<form data-t="3" data-on="focus"><input data-t="4" data-on="focus"></form>` });
    fire(page, page.$("input"), "focus");
    expect(types(page)).toEqual(["4 focus"]);
  });

  it("B31: s ends the way up, x asks for the element itself, k for its keys", () => {
    const page = openPage({
      root: `<div data-t="3" data-on="click keydown"><p data-t="4" data-on="click:s keydown:kEnter,Ctrl+s,%3F"><b data-t="5" data-on="click:x"><i>x</i></b></p></div>`,
    });
    fire(page, page.$("i"), "click");
    fire(page, page.$("b"), "click");
    expect(types(page)).toEqual(["4 click", "5 click", "4 click"]);
    const p = page.$("p");
    page.server.heard.length = 0;
    fire(page, p, "keydown", { key: "a" });
    fire(page, p, "keydown", { key: "Enter" });
    fire(page, p, "keydown", { key: "Enter", shiftKey: true });
    fire(page, p, "keydown", { key: "?", shiftKey: true });
    fire(page, p, "keydown", { key: "s" });
    fire(page, p, "keydown", { key: "S", ctrlKey: true });
    const keys = page.server.events.filter(([id]) => id === 4).map(([, , payload]) => (payload as { k: string }).k);
    expect(keys).toEqual(["Enter", "?", "S"]);
  });

  it("B32: p prevents the default action, only for the keys it names, and not of a click for a new tab", () => {
    const page = openPage({
      root: `<p data-t="3" data-on="keydown:kEnter:p"></p><a href="/x" data-t="4" data-on="click:p"><b>x</b></a><u data-t="5" data-on="click"></u>`,
    });
    const prevented = [
      fire(page, page.$("p"), "keydown", { key: "Enter" }),
      fire(page, page.$("p"), "keydown", { key: "a" }),
      fire(page, page.$("b"), "click"),
      fire(page, page.$("b"), "click", { ctrlKey: true }),
      fire(page, page.$("u"), "click"),
    ].map(({ defaultPrevented }) => defaultPrevented);
    expect(prevented).toEqual([true, false, true, false, false]);
    expect(types(page)).toEqual(["3 keydown", "4 click", "5 click"]);
  });

  it("B33: a form does not leave the page unless it says where to go", () => {
    const page = openPage({
      root: `<form id="a" data-t="3" data-on="submit:p" action="/x"></form><form id="b"></form><form id="c" action="/y"></form>`,
    });
    const prevented = ["#a", "#b", "#c"].map((form) => fire(page, page.$(form), "submit").defaultPrevented);
    expect(prevented).toEqual([true, true, false]);
    expect(types(page)).toEqual(["3 submit"]);
  });

  it("B34: a disabled control sends nothing, nor does what is in it", () => {
    const page = openPage({
      root: `<div data-t="3" data-on="click"><button data-t="4" data-on="click" disabled><i>x</i></button></div>`,
    });
    fire(page, page.$("i"), "click");
    expect(page.server.events).toEqual([]);
  });

  it("B35: types are listened to as declarations appear", () => {
    const page = openPage();
    page.server.apply([
      [Op.Template, 7, [["p", { "@": "pointerenter" }]]],
      [Op.Fill, 1, [7, 10]],
    ]);
    page.$("p").dispatchEvent(new page.window.Event("pointerenter"));
    expect(types(page)).toEqual(["10 pointerenter"]);
  });
});

describe("when they are sent", () => {
  it("B36: a debounced event is sent when it has been quiet, the last one only", () => {
    const page = openPage({ root: `<input data-t="3" data-on="input:d250">` });
    enter(page, page.$("input"), "a");
    page.clock.advance(200);
    enter(page, page.$("input"), "ab");
    page.clock.advance(249);
    expect(page.server.events).toEqual([]);
    page.clock.advance(1);
    expect(page.server.events).toEqual([[3, "input", { v: "ab" }]]);
  });

  it("B37: nothing overtakes a debounced event", () => {
    const page = openPage({
      root: `<form data-t="5" data-on="submit:p"><input data-t="3" data-on="input:d250"><button type="button" data-t="4" data-on="click">x</button></form>`,
    });
    enter(page, page.$("input"), "a");
    fire(page, page.$("button"), "click");
    enter(page, page.$("input"), "b");
    fire(page, page.$("form"), "submit");
    enter(page, page.$("input"), "c");
    fire(page, page.$("input"), "focusout");
    enter(page, page.$("input"), "d");
    fire(page, page.$("input"), "change");
    enter(page, page.$("input"), "e");
    fire(page, page.window, "pagehide");
    expect(page.server.events.map(([, type, payload]) => [type, (payload as { v?: string }).v])).toEqual([
      ["input", "a"],
      ["click", undefined],
      ["input", "b"],
      ["submit", undefined],
      ["input", "c"],
      ["input", "d"],
      ["input", "e"],
    ]);
    page.clock.advance(1_000);
    expect(page.server.events.length).toBe(7);
  });

  it("B37: keys that nobody asked for do not cut a wait short", () => {
    const page = openPage({ root: `<input data-t="3" data-on="input:d250 keydown:kEnter">` });
    enter(page, page.$("input"), "a");
    fire(page, page.$("input"), "keydown", { key: "b" });
    expect(types(page)).toEqual([]);
    fire(page, page.$("input"), "keydown", { key: "Enter" });
    expect(types(page)).toEqual(["3 input", "3 keydown"]);
  });

  it("B37: one form that listens for many fields gets the last of each", () => {
    const page = openPage({ root: `<form data-t="3" data-on="input:d250"><input id="a"><input id="b"></form>` });
    enter(page, page.$("#a"), "1");
    enter(page, page.$("#b"), "2");
    page.clock.advance(250);
    expect(page.server.events).toEqual([
      [3, "input", { v: "1" }],
      [3, "input", { v: "2" }],
    ]);
  });

  it("B38: a throttled event is sent at once, then at most once in its time, and the last is never lost", () => {
    const page = openPage({ root: `<div data-t="3" data-on="mousemove:t100"></div>` });
    const move = (clientX: number) => fire(page, page.$("div"), "mousemove", { clientX });
    const seen = () => page.server.events.map(([, , payload]) => (payload as { at: number[] }).at[2]);
    move(1);
    move(2);
    move(3);
    expect(seen()).toEqual([1]);
    page.clock.advance(100);
    expect(seen()).toEqual([1, 3]);
    move(4);
    page.clock.advance(100);
    expect(seen()).toEqual([1, 3, 4]);
    page.clock.advance(100);
    move(5);
    expect(seen()).toEqual([1, 3, 4, 5]);
  });
});

describe("what they carry", () => {
  const payload = (page: ReturnType<typeof openPage>) => page.server.events.at(-1)![2];

  it("B39: a mouse event has whole pixels from the element listened on, button, modifiers, count", () => {
    const page = openPage({ root: `<div data-t="3" data-on="click wheel"><i>x</i></div>` });
    page.$("div").getBoundingClientRect = () => ({ left: 10.4, top: 20 }) as DOMRect;
    fire(page, page.$("i"), "click", { clientX: 30, clientY: 25, button: 2, altKey: true, shiftKey: true, detail: 2 });
    expect(payload(page)).toEqual({ at: [20, 5, 30, 25], b: 2, m: 9, n: 2 });
    page.$("i").dispatchEvent(new page.window.WheelEvent("wheel", { deltaX: 1.6, deltaY: -3, bubbles: true }));
    expect(payload(page)).toMatchObject({ s: [2, -3] });
  });

  it("B39: a pointer event has its id and kind where they are not the usual ones", () => {
    const page = openPage({ root: `<div data-t="3" data-on="pointerdown"></div>` });
    const { PointerEvent } = page.window;
    page.$("div").dispatchEvent(new PointerEvent("pointerdown", { pointerId: 4, pointerType: "touch", bubbles: true }));
    expect(payload(page)).toMatchObject({ p: 4, pt: "touch" });
  });

  it("B39: a key event has key, code, repetition, modifiers and the control's value", () => {
    const page = openPage({ root: `<input value="abc" data-t="3" data-on="keydown">` });
    fire(page, page.$("input"), "keydown", { key: "s", code: "KeyS", ctrlKey: true, repeat: true });
    expect(payload(page)).toEqual({ k: "s", code: "KeyS", r: 1, m: 2, v: "abc" });
  });

  it("B39: controls tell their value, many values, or whether they are checked", () => {
    const page = openPage({
      root: `<div data-t="3" data-on="change">
        <textarea>x</textarea><select multiple><option selected>a</option><option>b</option><option selected>c</option></select>
        <input id="c" type="checkbox" checked><input id="r" type="radio" value="v"></div>`,
    });
    const tell = (selector: string) => (fire(page, page.$(selector), "change"), payload(page));
    expect(tell("textarea")).toEqual({ v: "x" });
    expect(tell("select")).toEqual({ v: ["a", "c"] });
    expect(tell("#c")).toEqual({ c: true });
    expect(tell("#r")).toEqual({ c: false, v: "v" });
  });

  it("B39: a submit has its fields in order and the button; files go by name", () => {
    const page = openPage({
      root: `<form data-t="3" data-on="submit:p"><input name="a" value="1"><input name="b" value="2"><button name="do" value="it">x</button></form>`,
    });
    const event = new page.window.Event("submit", { bubbles: true, cancelable: true });
    Object.assign(event, { submitter: page.$("button") });
    page.$("form").dispatchEvent(event);
    expect(payload(page)).toEqual({
      f: [
        ["a", "1"],
        ["b", "2"],
      ],
      by: "do=it",
    });
  });

  it("B39: toggles tell whether it is open, scrolling where it is, custom events their detail", () => {
    const page = openPage({
      root: `<details open data-t="3" data-on="toggle"></details><div data-t="4" data-on="scroll ping"></div>`,
    });
    fire(page, page.$("details"), "toggle");
    expect(payload(page)).toEqual({ o: true });
    page.$("div").scrollTop = 7;
    fire(page, page.$("div"), "scroll");
    expect(payload(page)).toEqual({ s: [0, 7, 0, 0, 0, 0] });
    const ping = (detail: unknown) =>
      page.$("div").dispatchEvent(new page.window.CustomEvent("ping", { detail, bubbles: true }));
    ping({ a: [1] });
    expect(payload(page)).toEqual({ d: { a: [1] } });
    ping(page.window);
    expect(payload(page)).toBeUndefined();
  });

  it("B39: an event without facts has no payload", () => {
    const page = openPage({ root: `<video data-t="3" data-on="${EVENT_TYPES.plain}"></video>` });
    for (const type of EVENT_TYPES.plain.split(" ")) fire(page, page.$("video"), type);
    expect(page.server.events).toEqual(EVENT_TYPES.plain.split(" ").map((type) => [3, type]));
  });
});

describe("early and offline", () => {
  it("B42: fields that a reset changed are told", () => {
    const page = openPage({
      root: `<form><input value="painted" data-t="3" data-on="input"><input type="checkbox" data-t="4" data-on="change"></form>`,
    });
    const [text, box] = Array.from(page.root.querySelectorAll("input"));
    text!.value = "typed";
    box!.checked = true;
    page.$<HTMLFormElement>("form").reset();
    page.clock.advance(0);
    expect(page.server.events).toEqual([
      [3, "input", { v: "painted" }],
      [4, "change", { c: false }],
    ]);
  });

  it("B40: what is done before the runtime comes is kept in order, with what the controls held then", () => {
    let prevented: boolean[] = [];
    const page = openPage({
      root: `<input data-t="3" data-on="input"><button data-t="4" data-on="click">x</button>
        <form data-t="5" data-on="submit:p" action="/away"><input name="n"></form><a href="/away" data-t="6" data-on="click:p">y</a>`,
      connected: false,
      before(window) {
        // eslint-disable-next-line no-new-func -- as the page would
        new Function("window", "addEventListener", "FormData", EARLY_CAPTURE)(
          window,
          window.addEventListener.bind(window),
          window.FormData,
        );
        const { document } = window;
        const [text, named] = Array.from(document.querySelectorAll("input"));
        const go = (target: Element, event: Event) => (target.dispatchEvent(event), event.defaultPrevented);
        const init = { bubbles: true, cancelable: true };
        text!.value = "a";
        go(text!, new window.Event("input", init));
        text!.value = "ab";
        go(text!, new window.Event("input", init));
        go(document.querySelector("button")!, new window.MouseEvent("click", init));
        named!.value = "then";
        prevented = [
          go(document.querySelector("form")!, new window.Event("submit", init)),
          go(document.querySelector("a")!, new window.MouseEvent("click", init)),
        ];
        named!.value = "later";
      },
    });
    expect(prevented).toEqual([true, true]);
    expect(page.$<HTMLInputElement>("input").value).toBe("ab");
    expect(page.server.events).toEqual([]);
    page.server.welcome();
    expect(page.server.events.map(([id, type, payload]) => [id, type, payload])).toMatchObject([
      [3, "input", { v: "a" }],
      [3, "input", { v: "ab" }],
      [4, "click", {}],
      [5, "submit", { f: [["n", "then"]] }],
      [6, "click", {}],
    ]);
    page.server.apply([[Op.Property, 3, "value", "A"]], 1);
    expect(page.$<HTMLInputElement>("input").value).toBe("ab");
  });

  it("B41: the early script is at most 400 bytes and ends when the runtime is there", () => {
    expect(new TextEncoder().encode(EARLY_CAPTURE).length).toBeLessThanOrEqual(400);
    const page = openPage({
      root: `<button data-t="3" data-on="click">x</button>`,
      before: (window) =>
        // eslint-disable-next-line no-new-func -- as the page would
        void new Function("window", "addEventListener", "FormData", EARLY_CAPTURE)(
          window,
          window.addEventListener.bind(window),
          window.FormData,
        ),
    });
    fire(page, page.$("button"), "click");
    expect(page.server.events.length).toBe(1);
    expect((page.window as unknown as { tandemEarly: unknown[] }).tandemEarly.length).toBe(0);
  });
});
