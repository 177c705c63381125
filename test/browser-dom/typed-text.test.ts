import { describe, expect, it } from "vitest";
import { Op } from "../../src/protocol/operations.ts";
import { enter, fire, openPage, type Page } from "./support.ts";

const FIELD = `<input data-t="3" data-on="input" value="">`;

function field(page: Page): HTMLInputElement {
  return page.$<HTMLInputElement>("input");
}

describe("what a person enters", () => {
  it("B20: a value that answers an earlier input is ignored, the answer to the last one counts", () => {
    const page = openPage({ root: FIELD });
    enter(page, field(page), "a");
    enter(page, field(page), "ab");
    page.server.apply([[Op.Property, 3, "value", "A"]], 1);
    expect(field(page).value).toBe("ab");
    page.server.apply([[Op.Property, 3, "value", "AB"]], 2);
    expect(field(page).value).toBe("AB");
  });

  it("B20: a change that only confirms an input waits for no newer answer", () => {
    const page = openPage({ root: `<input data-t="3" data-on="input change blur">` });
    enter(page, field(page), "a");
    fire(page, field(page), "change");
    fire(page, field(page), "blur");
    expect(page.server.lastEvent).toBe(3);
    page.server.apply([[Op.Property, 3, "value", "A"]], 1);
    expect(field(page).value).toBe("A");
  });

  it("B20: the answer for one control does not concern another", () => {
    const page = openPage({ root: `${FIELD}<input id="other" data-t="4" data-on="input">` });
    enter(page, field(page), "a");
    page.server.apply([[Op.Property, 4, "value", "set"]], 0);
    expect(page.$<HTMLInputElement>("#other").value).toBe("set");
  });

  it("B21: what still waits to be sent is not overwritten either, until the field is left", () => {
    const page = openPage({
      root: `<input data-t="3" data-on="change"><input id="slow" data-t="4" data-on="input:d500">`,
    });
    const slow = page.$<HTMLInputElement>("#slow");
    enter(page, field(page), "half");
    enter(page, slow, "wait");
    page.server.apply([
      [Op.Property, 3, "value", "x"],
      [Op.Property, 4, "value", "y"],
    ]);
    expect([field(page).value, slow.value]).toEqual(["half", "wait"]);
    field(page).focus();
    fire(page, field(page), "focusout");
    page.server.apply([[Op.Property, 3, "value", "the window lost the focus"]]);
    expect(field(page).value).toBe("half");
    field(page).blur();
    page.clock.advance(500);
    page.server.apply([
      [Op.Property, 3, "value", "x"],
      [Op.Property, 4, "value", "y"],
    ]);
    expect([field(page).value, slow.value]).toEqual(["x", "y"]);
  });

  it("B22: checkboxes and groups of radio buttons are kept in the same way", () => {
    const radio = (id: number, value: string) =>
      `<input type="radio" name="r" value="${value}" data-t="${id}" data-on="change">`;
    const page = openPage({
      root: radio(3, "a") + radio(4, "b") + `<input type="checkbox" data-t="5" data-on="change">`,
    });
    const [a, b, box] = Array.from(page.root.querySelectorAll("input"));
    for (const control of [b!, box!]) {
      control.checked = true;
      fire(page, control, "input");
      fire(page, control, "change");
    }
    page.server.apply(
      [
        [Op.Property, 3, "checked", true],
        [Op.Property, 5, "checked", false],
      ],
      0,
    );
    expect([a!.checked, b!.checked, box!.checked]).toEqual([false, true, true]);
    page.server.apply([[Op.Property, 3, "checked", true]]);
    expect([a!.checked, b!.checked]).toEqual([true, false]);
  });

  it("B23: a value for the focused field leaves caret and selection at the text around them", () => {
    const page = openPage({ root: FIELD });
    const input = field(page);
    input.focus();
    const follow = (before: string, [start, end]: [number, number], after: string) => {
      input.value = before;
      input.setSelectionRange(start, end);
      page.server.apply([[Op.Property, 3, "value", after]]);
      return [input.selectionStart, input.selectionEnd];
    };
    expect(follow("hello", [2, 4], "HELLO")).toEqual([2, 4]);
    expect(follow("1234", [4, 4], "1,234")).toEqual([5, 5]);
    expect(follow("12345", [3, 3], "12,345")).toEqual([4, 4]);
    expect(follow("(", [1, 1], "()")).toEqual([1, 1]);
    expect(follow("long text", [9, 9], "no")).toEqual([2, 2]);
  });

  it("B23: in a number field, the same number in another writing is no other value", () => {
    const page = openPage({ root: '<input type="number" data-t="3" data-on="input">' });
    const input = field(page);
    input.value = "1.50";
    page.server.apply([[Op.Property, 3, "value", "1.5"]]);
    expect(input.value).toBe("1.50");
    page.server.apply([[Op.Property, 3, "value", "2"]]);
    expect(input.value).toBe("2");
    page.server.apply([[Op.Property, 3, "value", ""]]);
    expect(input.value).toBe("");
    page.server.apply([[Op.Property, 3, "value", "0"]]);
    expect(input.value).toBe("0");
  });

  it("B23: a value that is there already is not set again", () => {
    const page = openPage({ root: FIELD });
    const input = field(page);
    input.focus();
    input.value = "same";
    input.setSelectionRange(1, 2);
    page.server.apply([[Op.Property, 3, "value", "same"]]);
    expect([input.selectionStart, input.selectionEnd]).toEqual([1, 2]);
  });
});

describe("input methods", () => {
  it("B24: while text is composed nothing is sent; at its end the outcome is, once", () => {
    const page = openPage({ root: `<input data-t="3" data-on="input keydown">` });
    const input = field(page);
    fire(page, input, "compositionstart");
    fire(page, input, "keydown", { key: "Process", isComposing: true });
    enter(page, input, "に");
    enter(page, input, "日本");
    expect(page.server.events).toEqual([]);
    fire(page, input, "compositionend");
    fire(page, input, "input");
    expect(page.server.events).toEqual([[3, "input", { v: "日本" }]]);
    enter(page, input, "日本a");
    expect(page.server.events.at(-1)).toEqual([3, "input", { v: "日本a" }]);
  });

  it("B25: a value that comes during composition waits, and counts only if nothing was composed", () => {
    const page = openPage({ root: FIELD });
    const input = field(page);
    fire(page, input, "compositionstart");
    page.server.apply([[Op.Property, 3, "value", "held"]]);
    expect(input.value).toBe("");
    fire(page, input, "compositionend");
    expect(input.value).toBe("held");

    fire(page, input, "compositionstart");
    enter(page, input, "new");
    page.server.apply([[Op.Property, 3, "value", "late"]]);
    fire(page, input, "compositionend");
    expect(input.value).toBe("new");
  });
});

describe("before the runtime", () => {
  it("B26: a control shows what the server painted, not what the browser kept from before a reload", () => {
    const page = openPage({
      root: `${FIELD}<input type="checkbox" data-t="4" checked><input id="own" value="x">`,
      before: ({ document }) => {
        const [text, box, own] = Array.from(document.querySelectorAll("input"));
        text!.value = "old";
        box!.checked = false;
        own!.value = "mine";
      },
    });
    expect(Array.from(page.root.querySelectorAll("input"), ({ value, checked }) => [value, checked])).toEqual([
      ["", false],
      ["on", true],
      ["mine", false],
    ]);
  });

  it("B26: nor what the browser fills in only when the page is shown, but what was entered meanwhile stays", () => {
    const page = openPage({
      root: `${FIELD}<input type="radio" data-t="4"><input data-t="5" data-on="input"><select data-t="6" data-value="b"><option>a</option><option>b</option></select>`,
    });
    const [text, radio, entered] = Array.from(page.root.querySelectorAll("input")) as HTMLInputElement[];
    const select = page.root.querySelector("select") as unknown as HTMLSelectElement;
    page.server.apply([[Op.Property, 3, "value", "new"]]);
    enter(page, entered!, "mine");
    text!.value = "old";
    radio!.checked = true;
    select.value = "a";
    fire(page, page.window, "pageshow");
    expect([text!.value, radio!.checked, entered!.value, select.value]).toEqual(["new", false, "mine", "b"]);
  });
});
