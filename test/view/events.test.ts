import { describe, expect, it } from "vitest";
import { toPlainEvent } from "../../src/view/events/decode.ts";
import { FormValues } from "../../src/view/events/form-values.ts";
import type { EventPayload } from "../../src/protocol/frames.ts";

const client = { id: 7 };
const decode = (type: string, payload?: EventPayload) => toPlainEvent(type, payload, client);

describe("plain events", () => {
  it("J21: a click says where, how and by whom", () => {
    expect(decode("click", { at: [1, 2, 31, 42], b: 1, m: 1 | 8, n: 2 })).toEqual({
      type: "click",
      client,
      x: 1,
      y: 2,
      clientX: 31,
      clientY: 42,
      button: 1,
      clicks: 2,
      altKey: true,
      ctrlKey: false,
      metaKey: false,
      shiftKey: true,
    });
  });

  it("J22: a click without payload is a plain one, all zero", () => {
    expect(decode("click")).toMatchObject({ x: 0, y: 0, clientX: 0, clientY: 0, button: 0, clicks: 1, altKey: false });
  });

  it.each([
    [1, "altKey"],
    [2, "ctrlKey"],
    [4, "metaKey"],
    [8, "shiftKey"],
  ])("J21: modifier %i is %s, for clicks and keys", (m, name) => {
    const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
    expect(decode("click", { m })).toMatchObject({ ...none, [name]: true });
    expect(decode("keydown", { m })).toMatchObject({ ...none, [name]: true });
  });

  it.each<[type: string, payload: EventPayload, expected: object]>([
    ["pointermove", { at: [1, 2, 3, 4], p: 5, pt: "pen" }, { x: 1, pointerId: 5, pointerType: "pen" }],
    ["wheel", { s: [3, -4] }, { deltaX: 3, deltaY: -4 }],
    ["drop", { at: [1, 2, 3, 4] }, { x: 1, clientY: 4 }],
    ["keydown", { k: "a", code: "KeyA", r: 1, v: "text" }, { key: "a", code: "KeyA", repeat: true, value: "text" }],
    ["input", { v: "12.5" }, { value: "12.5", values: ["12.5"], number: 12.5, checked: false }],
    ["change", { v: ["a", "b"] }, { value: "a", values: ["a", "b"], number: null }],
    ["change", { v: [] }, { value: "", values: [], number: null }],
    ["change", { v: "on", c: true }, { checked: true }],
    ["input", { v: "", bad: 1 }, { value: "", badInput: true }],
    ["blur", { v: "left" }, { value: "left", badInput: false }],
    ["blur", { v: "", bad: 1 }, { value: "", badInput: true }],
    ["toggle", { o: true }, { open: true }],
    ["scroll", { s: [1, 2, 3, 4, 5, 6] }, { left: 1, top: 2, width: 3, height: 4, clientWidth: 5, clientHeight: 6 }],
    ["wa-change", { d: { rating: 3 }, v: "3" }, { detail: { rating: 3 }, value: "3" }],
  ])("J21: %s with %j", (type, payload, expected) => {
    expect(decode(type, payload)).toMatchObject({ type, client, ...expected });
  });

  it.each<[type: string, expected: object]>([
    ["pointerdown", { x: 0, pointerId: 1, pointerType: "mouse" }],
    ["wheel", { deltaX: 0, deltaY: 0 }],
    ["keyup", { key: "", code: "", repeat: false, value: "" }],
    ["input", { value: "", values: [], number: null, checked: false, badInput: false }],
    ["focus", { value: "", badInput: false }],
    ["submit", { submitter: null }],
    ["toggle", { open: false }],
    ["scroll", { left: 0, clientHeight: 0 }],
    ["my-event", { detail: null, value: "" }],
  ])("J22: %s without payload has every field", (type, expected) => {
    expect(decode(type)).toMatchObject({ type, client, ...expected });
  });

  it("J21: an event that says nothing more than that it happened", () => {
    expect(decode("animationend", { v: "x", at: [1, 2, 3, 4] })).toEqual({ type: "animationend", client });
  });

  it.each([
    ["", null],
    ["  ", null],
    ["abc", null],
    ["Infinity", null],
    ["0", 0],
    [" -1.5e3 ", -1500],
  ])("J23: the text %j is the number %j", (v, number) => {
    expect(decode("input", { v })).toMatchObject({ number });
  });

  it("J24: a submit event holds the form's values and its button", () => {
    const event = decode("submit", {
      f: [
        ["name", "Ann"],
        ["tag", "a"],
        ["tag", "b"],
      ],
      by: "action=save=now",
    });
    if (!("data" in event)) throw new Error("expected a submit event");
    expect(event.submitter).toEqual({ name: "action", value: "save=now" });
    expect(event.data.get("name")).toBe("Ann");
    expect(event.data.get("tag")).toBe("a");
    expect(event.data.getAll("tag")).toEqual(["a", "b"]);
    expect([event.data.has("tag"), event.data.has("other")]).toEqual([true, false]);
    expect([event.data.get("other"), event.data.getAll("other")]).toEqual([null, []]);
    expect([...event.data]).toEqual([...event.data.entries()]);
    expect({ ...event.data.values }).toEqual({ name: "Ann", tag: "a" });
  });

  it("J25: a field may have any name, and none reaches a prototype", () => {
    const data = new FormValues([
      ["__proto__", "evil"],
      ["constructor", "evil"],
    ]);
    expect(Object.getPrototypeOf(data.values)).toBe(null);
    expect(Object.keys(data.values)).toEqual(["__proto__", "constructor"]);
    expect(data.get("__proto__")).toBe("evil");
    expect(data.has("toString")).toBe(false);
    expect(({} as Record<string, unknown>)["evil"]).toBeUndefined();
  });
});
