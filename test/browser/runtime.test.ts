import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { Op, type TemplateNode } from "../../src/protocol/operations.ts";
import { launchChromium } from "../support/chromium.ts";
import { HandMadePage } from "./runtime-support.ts";

let browser: Browser;
let made: HandMadePage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(() => {
  made = new HandMadePage();
});
afterEach(async () => {
  await made.close();
  expect(made.complaints).toEqual([]);
});

async function open(body: string) {
  const page = await made.open(browser, body);
  await made.attached();
  return page;
}

it("B3: styles and raw HTML work under the strictest content security policy", async () => {
  const page = await open(`<p data-t="3">x</p><svg data-t="4"></svg>`);
  await made.apply([
    [Op.Attribute, 3, "style", "color: rgb(1, 2, 3); --x: 4px"],
    [
      Op.Template,
      7,
      [
        ["b", { style: "margin-left: 5px" }, "y"],
        ["i", { "@": "", style: 0 }, "z"],
      ],
    ],
    [Op.Fill, 2, [7, 10, "margin-left: 6px"]],
    [Op.Fill, 4, { html: "<circle r='3'/>", in: "svg" }],
  ]);
  const styles = await page.evaluate(() => {
    const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);
    return [style("p").color, style("b").marginLeft, style("i").marginLeft, style("circle").getPropertyValue("r")];
  });
  expect(styles).toEqual(["rgb(1, 2, 3)", "5px", "6px", "3px"]);
});

it("B7: what is moved keeps its focus and scroll position", async () => {
  const page = await open(
    `<ul data-t="3"><li data-t="4"><input id="a"></li><li data-t="5">b</li><li data-t="6"><pre id="s">${"line\n".repeat(99)}</pre></li></ul>`,
  );
  await page.evaluate(() => {
    const pre = document.querySelector<HTMLElement>("#s")!;
    pre.style.cssText = "height: 50px; overflow: auto";
    pre.scrollTop = 77;
  });
  await page.focus("#a");
  await made.apply([
    [Op.Move, 3, 0, 4],
    [Op.Move, 3, 5, 6],
  ]);
  const state = await page.evaluate(() => [document.activeElement!.id, document.querySelector("#s")!.scrollTop]);
  expect(state).toEqual(["a", 77]);
});

it("B20: text typed on a slow line is never overwritten by what answers earlier text", async () => {
  const page = await open(`<input data-t="3" data-on="input">`);
  const text = "the quick brown fox jumps over the lazy dog";
  made.onEvent = ([number, , , payload]) => {
    const value = (payload as { v: string }).v.toUpperCase();
    setTimeout(() => made.send([[Op.Property, 3, "value", value]], number as number), 120);
  };
  await page.locator("input").pressSequentially(text, { delay: 15 });
  await page.waitForFunction((value) => document.querySelector("input")!.value === value, text.toUpperCase());
  const typed = made.events.map(([, , , payload]) => (payload as { v: string }).v.toLowerCase());
  expect(typed).toEqual(Array.from(text, (_, i) => text.slice(0, i + 1)));
});

it("B24: text composed by an input method is told once, at the end", async () => {
  const page = await open(`<input data-t="3" data-on="input keydown">`);
  await page.focus("input");
  const devtools = await page.context().newCDPSession(page);
  for (const text of ["に", "にほ", "日本"]) {
    await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await made.apply([[Op.Property, 3, "value", "late"]]);
  await devtools.send("Input.insertText", { text: "日本" });
  await page.keyboard.type("!");
  const events = await made.heard(3);
  expect(events.map(([, type, payload]) => [type, (payload as { v: string }).v])).toEqual([
    ["input", "日本"],
    ["keydown", "日本"],
    ["input", "日本!"],
  ]);
});

it("B30: events that do not bubble are heard for their target", async () => {
  const page = await open(
    `<div data-t="3" data-on="mouseenter focus"><button data-t="4" data-on="mouseenter focus toggle">x</button></div>` +
      `<details data-t="5" data-on="toggle"><summary>s</summary></details>`,
  );
  await page.hover("button");
  await page.focus("button");
  await page.click("summary");
  const events = await made.heard(4);
  expect(events.map(([id, type]) => `${String(id)} ${String(type)}`)).toEqual([
    "3 mouseenter",
    "4 mouseenter",
    "4 focus",
    "5 toggle",
  ]);
  expect(events[3]![2]).toEqual({ o: true });
});

it("B32: a wheel event's default can be prevented", async () => {
  const page = await open(
    `<i data-t="4" data-on="wheel"></i><div id="zoom" data-t="3" data-on="wheel:p">${"<p>x</p>".repeat(200)}</div>`,
  );
  const prevented = page.evaluate(
    () => new Promise((resolve) => addEventListener("wheel", (event) => resolve(event.defaultPrevented))),
  );
  await page.hover("#zoom");
  await page.mouse.wheel(0, 100);
  expect((await made.heard(1))[0]).toMatchObject([3, "wheel", { s: [0, 100] }]);
  expect(await prevented).toBe(true);
});

it("B34: controls of a disabled field set send nothing, what else is in it does", async () => {
  const page = await open(
    `<fieldset disabled data-t="3" data-on="click"><button data-t="4" data-on="click"><b>x</b></button><p>y</p></fieldset>`,
  );
  await page.locator("b").dispatchEvent("click");
  await page.click("p");
  expect((await made.heard(1)).map(([id]) => id)).toEqual([3]);
});

it("B40: clicks and keys of before the runtime are delivered in order, and nothing leaves the page", async () => {
  let release!: () => void;
  made.script = new Promise((resolve) => (release = resolve));
  const page = await made.open(
    browser,
    `<input data-t="3" data-on="input"><button data-t="4" data-on="click">x</button><form data-t="5" data-on="submit:p" action="/away"><input name="n"></form>`,
  );
  await page.locator("input").first().pressSequentially("hi");
  await page.locator("button").click();
  await page.locator("form input").fill("v");
  await page.locator("form input").press("Enter");
  release();
  const events = await made.heard(4);
  expect(
    events.map(([id, type, payload]) => [
      id,
      type,
      (payload as { v?: string; f?: unknown }).v ?? (payload as { f?: unknown }).f,
    ]),
  ).toEqual([
    [3, "input", "h"],
    [3, "input", "hi"],
    [4, "click", undefined],
    [5, "submit", [["n", "v"]]],
  ]);
  expect(page.url().endsWith("/")).toBe(true);
});

it("B52: a dialog that a command opened stays open, modal, through patches and a resynchronisation", async () => {
  const page = await open(
    `<button data-do='{"click":[["open-dialog","dialog"]]}'>x</button><dialog data-t="3"><p>in</p></dialog>`,
  );
  await page.click("button");
  const dialog: TemplateNode = ["dialog", { "@": "", open: 0 }, ["p", 0, "new"]];
  await made.apply([
    [Op.Attribute, 3, "open", null],
    [Op.Template, 7, [["button", { "data-do": `{"click":[["open-dialog","dialog"]]}` }, "x"], dialog]],
    [Op.Sync, [7, 3, null], "", {}],
  ]);
  expect(await page.locator("dialog:modal").textContent()).toBe("new");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
});

it("B62: a resynchronisation keeps focus, selection, scroll positions and half-typed text", async () => {
  const page = await open(
    `<ul data-t="3"><li data-t="10">a</li><li data-t="11"><input id="f" value="some text"></li></ul><pre id="s" data-t="4">${"line\n".repeat(99)}</pre>`,
  );
  await page.evaluate(() => {
    const pre = document.querySelector<HTMLElement>("#s")!;
    pre.style.cssText = "height: 50px; overflow: auto";
    pre.scrollTop = 77;
  });
  await page.locator("#f").pressSequentially("my own");
  await page.evaluate(() => document.querySelector("input")!.setSelectionRange(1, 4));
  const text: TemplateNode = ["li", { "@": "" }, 0];
  const field: TemplateNode = ["li", { "@": "" }, ["input", { id: "f", value: "some text" }]];
  await made.apply([
    [Op.Template, 6, [text]],
    [Op.Template, 7, [field]],
    [
      Op.Template,
      8,
      [
        ["ul", { "@": "" }, 2],
        ["pre", { "@": "", id: "s", style: "height: 50px; overflow: auto" }, "line\n".repeat(99)],
      ],
    ],
    [
      Op.Sync,
      [
        8,
        3,
        [
          [7, 11],
          [6, 10, "a"],
          [6, 12, "new"],
        ],
      ],
      "",
      {},
    ],
  ]);
  const state = await page.evaluate(() => {
    const input = document.activeElement as HTMLInputElement;
    const texts = Array.from(document.querySelectorAll("li"), (li) => li.textContent);
    return [
      input.id,
      input.value,
      input.selectionStart,
      input.selectionEnd,
      document.querySelector("#s")!.scrollTop,
      ...texts,
    ];
  });
  expect(state).toEqual(["f", "my ownsome text", 1, 4, 77, "", "a", "new"]);
});

it("B71: a lost line is shown, and the notice goes when a new one stands", async () => {
  const page = await open(`<p>x</p>`);
  made.refuses = true;
  made.drop();
  await page.getByRole("button", { name: "Reconnect now" }).waitFor();
  made.refuses = false;
  await page.locator(".tandem-reconnect").waitFor({ state: "detached" });
  // Chromium reports each refused line by itself.
  made.complaints.splice(0);
});

it("B74: nothing behind the closing text can be used, not even a modal dialog", async () => {
  const page = await open(
    `<button data-t="3" data-on="click">x</button><dialog id="d"><button id="in">y</button></dialog>`,
  );
  await page.evaluate(() => document.querySelector<HTMLDialogElement>("#d")!.showModal());
  made.raw(["close", { code: 4001, message: "Thank you." }]);
  expect(await page.getByRole("alert").textContent()).toBe("Thank you.");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement!.localName)).toBe("body");
  expect(await page.evaluate(() => document.elementFromPoint(20, 20)!.id)).toBe("tandem-closed-overlay");
});
