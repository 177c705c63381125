import { expect, it, vi } from "vitest";
import type { Json } from "../../src/protocol/operations.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { fire, openPage, type Page } from "./support.ts";

/** What the page told the session, without its numbers. */
const heard = (page: Page) =>
  page.server.heard.filter(([n]) => typeof n === "number" && n > 0).map((word) => word.slice(2));

/** Has the page take messages, its extras loaded. */
async function deliver(page: Page, ...messages: Parameters<Page["server"]["deliver"]>): Promise<void> {
  page.server.deliver(...messages);
  await promisesSettled();
}

function spyOn(method: "warn" | "error") {
  const spy = vi.spyOn(console, method).mockImplementation(() => {});
  return { calls: () => spy.mock.calls.map(([said]) => String(said)), [Symbol.dispose]: () => spy.mockRestore() };
}

/** A page whose own scripts have yet to run. */
function loadingPage(): Page & { finish(): void } {
  let state = "loading";
  const page = openPage({
    before: (window) => Object.defineProperty(window.document, "readyState", { get: () => state }),
  });
  const finish = () => {
    state = "complete";
    fire(page, page.window, "load");
  };
  return { ...page, finish };
}

it("M12: a message for a script that has yet to run waits for it, and all after it", async () => {
  const page = loadingPage();
  const got: unknown[] = [];
  page.screen.api.addCustomMessageHandler("here", (n) => void got.push(n));
  await deliver(page, ["custom", "here", 1], ["custom", "late", 2], ["custom", "here", 3]);
  expect(got).toEqual([1]);
  page.screen.api.addCustomMessageHandler("late", (n) => void got.push(n));
  await deliver(page, ["custom", "here", 4]);
  expect(got).toEqual([1, 2, 3, 4]);
});

it("M12: when the page's scripts have run, a type without a handler is warned of and dropped", async () => {
  using warn = spyOn("warn");
  const page = loadingPage();
  const got: unknown[] = [];
  page.screen.api.addCustomMessageHandler("here", (n) => void got.push(n));
  await deliver(page, ["custom", "none", 1], ["custom", "here", 2]);
  expect([got, warn.calls()]).toEqual([[], []]);
  page.finish();
  await deliver(page, ["custom", "none", 3]);
  page.screen.api.addCustomMessageHandler("none", (n) => void got.push(n));
  await deliver(page, ["custom", "here", 4]);
  expect(got).toEqual([2, 4]);
  expect(warn.calls()).toEqual([expect.stringContaining('"none"'), expect.stringContaining('"none"')]);
});

it("M12: a handler that fails keeps nothing from the others", async () => {
  using error = spyOn("error");
  const page = openPage();
  const got: unknown[] = [];
  page.screen.api.addCustomMessageHandler("n", (n) => {
    if (n === 1) throw new Error("no");
    got.push(n);
  });
  await deliver(page, ["custom", "n", 1], ["custom", "n", 2]);
  expect([got, error.calls()]).toEqual([[2], ["Error: no"]]);
});

const input = (message: Json, { id = "name", tellsBack = false, development = true } = {}) =>
  ["do", "input", [id, message, tellsBack, development]] as ["do", string, Json[]];

it("M13: an element's own receiveMessage gets what was sent, whatever it is", async () => {
  const page = openPage({ root: `<x-knob id="name"></x-knob>` });
  const receiveMessage = vi.fn();
  const knob = Object.assign(page.$("x-knob"), { receiveMessage });
  const events = vi.fn();
  knob.addEventListener("input", events);
  await deliver(page, input([1, "any"]), input({ value: 2 }), ["do", "entered", ["name", { value: 2 }]]);
  expect(receiveMessage.mock.calls).toEqual([
    [knob, [1, "any"]],
    [knob, { value: 2 }],
  ]);
  expect(events).not.toHaveBeenCalled();
});

it("M13: a native control takes what is listed, and nothing that could become code, markup or an address", async () => {
  using warn = spyOn("warn");
  const page = openPage({ root: `<input id="name" type="text"><input id="box" type="checkbox">` });
  await deliver(page, input({ value: 7, placeholder: "Name", maxLength: 9, required: true, disabled: true }));
  const field = page.$<HTMLInputElement>("#name");
  expect([field.value, field.placeholder, field.maxLength, field.required, field.disabled]).toEqual([
    "7",
    "Name",
    9,
    true,
    true,
  ]);
  await deliver(page, input({ checked: true }, { id: "box" }), input({ value: null }));
  expect([page.$<HTMLInputElement>("#box").checked, field.value]).toEqual([true, ""]);
  expect(warn.calls()).toEqual([]);
  const before = page.root.innerHTML;
  const refused = [
    "onclick",
    "innerHTML",
    "outerHTML",
    "type",
    "formAction",
    "src",
    "srcdoc",
    "style",
    "__proto__",
    "form",
  ];
  await deliver(page, ...refused.map((name) => input(JSON.parse(`{"${name}":"alert(1)"}`) as Json)));
  expect(page.root.innerHTML).toBe(before);
  expect(warn.calls()).toHaveLength(refused.length);
});

it("M13: a select takes its value, or values", async () => {
  const page = openPage({
    root: `<select id="one"><option>a</option><option>b</option></select><select id="name" multiple><option>a</option><option>b</option><option>c</option></select>`,
  });
  await deliver(page, input({ value: "b" }, { id: "one" }), input({ value: ["a", "c"] }));
  const chosen = (id: string) => [...page.$<HTMLSelectElement>(id).selectedOptions].map((option) => option.value);
  expect([chosen("#one"), chosen("#name")]).toEqual([["b"], ["a", "c"]]);
});

it("M13: of radio buttons, the one of that name with that value is chosen and told", async () => {
  const page = openPage({
    root: `<input type="radio" name="name" value="a" data-t="3" data-on="change"><input type="radio" name="name" value="b" data-t="4" data-on="change">`,
  });
  await deliver(page, input({ value: "b" }), ["do", "entered", ["name", { value: "b" }]]);
  expect(page.$<HTMLInputElement>("[value=b]").checked).toBe(true);
  expect(heard(page)).toEqual([[4, "change", expect.objectContaining({ c: true })]]);
});

it("M13: an id that is not there, and one of no input, is ignored, with a warning in development", async () => {
  using warn = spyOn("warn");
  const page = openPage({ root: `<p id="name">text</p>` });
  for (const development of [false, true]) {
    await deliver(page, input({ value: 1 }, { id: "none", development }), input({ value: 1 }, { development }));
    await deliver(page, ["do", "entered", ["none"]]);
  }
  expect(warn.calls()).toEqual([
    'A message for input "none": there is none with this id.',
    'A message for input "name": it has no receiveMessage(el, message).',
  ]);
  expect(page.root.innerHTML).toBe(`<p id="name">text</p>`);
});

it("M14: the new value is told back as if it had been typed, where the session asks for it", async () => {
  const page = openPage({ root: `<input id="name" data-t="3" data-on="input change">` });
  await deliver(page, input({ value: "Ada" }));
  expect(heard(page)).toEqual([]);
  await deliver(page, ["do", "entered", ["name"]]);
  expect(heard(page)).toEqual([
    [3, "input", { v: "Ada" }],
    [3, "change", { v: "Ada" }],
  ]);
  await deliver(page, input({ value: "Bob" }, { tellsBack: true }));
  expect(heard(page).at(-1)).toEqual([3, "change", { v: "Bob" }]);
});

it("M21: arguments that are no JSON, too deep or too much are not sent", async () => {
  const page = openPage();
  const { makeRequest } = page.screen.api;
  let deep: Json = 1;
  for (let level = 0; level < 20; level++) deep = [deep];
  for (const [args, failure] of [
    [[undefined], { name: "TypeError", message: expect.stringContaining("undefined") }],
    [[{ map: new Map() }], { name: "TypeError", message: expect.stringContaining("a Map") }],
    [[deep], { name: "TypeError", message: expect.stringContaining("too deeply") }],
    [["x".repeat(70_000)], { name: "RangeError" }],
  ] as const) {
    await expect(makeRequest("any", ...(args as unknown as Json[]))).rejects.toMatchObject(failure);
  }
  expect(heard(page)).toEqual([]);
  expect(page.clock.pending).toBeLessThan(5);
});

it("M21: a request that the session has not answered in 30 s is a TimeoutError, and its late answer means nothing", async () => {
  const page = openPage();
  const request = page.screen.api.makeRequest("slow");
  await promisesSettled();
  page.clock.advance(15_000);
  page.server.deliver();
  page.clock.advance(15_000);
  await expect(request).rejects.toMatchObject({ name: "TimeoutError" });
  page.server.deliver(["response", 1, true, "late"]);
});

it("M16: a request that is under way survives a reconnect, and rejects when the session ends", async () => {
  const page = openPage();
  const { makeRequest } = page.screen.api;
  const [first, second] = [makeRequest("first"), makeRequest("second")];
  await promisesSettled();
  page.server.drop();
  page.clock.advance(1_000);
  page.server.welcome({ event: 2 });
  await deliver(page, ["response", 1, true, "kept"]);
  await expect(first).resolves.toBe("kept");
  page.server.close(4001);
  await expect(second).rejects.toMatchObject({ name: "SessionEnded" });
});

it("M16: a second answer, and one to a request that was never made, mean nothing", async () => {
  using error = spyOn("error");
  const page = openPage();
  const { makeRequest } = page.screen.api;
  const [first, second] = [makeRequest("first"), makeRequest("second")];
  await promisesSettled();
  await deliver(page, ["response", 1, true, 1], ["response", 1, false, { name: "Error", message: "again" }]);
  await deliver(page, ["response", 99, true, "never asked"], ["response", 2, true, 2]);
  expect([await first, await second]).toEqual([1, 2]);
  expect(error.calls()).toEqual([]);
});
