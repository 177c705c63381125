import { describe, expect, it, vi } from "vitest";
import { Op, type TemplateNode } from "../../src/protocol/operations.ts";
import { fire, openPage } from "./support.ts";

const doing = (commands: object) => `data-do='${JSON.stringify(commands)}'`;

describe("client commands", () => {
  it("B50: run at once, in order, on the elements their selector names or on the element itself", () => {
    const page = openPage({
      root: `<button data-t="3" ${doing({
        click: [
          ["toggle", `[data-ref="7"]`],
          ["add-class", "", "used"],
          ["toggle-class", "p", "open"],
          ["set-attribute", "p", "title", "set"],
          ["remove-attribute", "p", "lang"],
          ["focus", "input"],
          ["dispatch", "p", "ping"],
        ],
      })}>x</button><p data-ref="7" lang="en">y</p><input>`,
    });
    const pinged = vi.fn();
    page.root.addEventListener("ping", pinged);
    const [button, p] = [page.$<HTMLElement>("button"), page.$<HTMLElement>("p")];
    button.click();
    expect([p.hidden, button.className, p.className, p.title, p.lang]).toEqual([true, "used", "open", "set", ""]);
    expect(page.document.activeElement).toBe(page.$("input"));
    expect(pinged).toHaveBeenCalledOnce();
    button.click();
    expect([p.hidden, p.className]).toEqual([false, ""]);
    expect(page.server.events).toEqual([]);
  });

  it("B50: show, hide, remove-class, and dialogs", () => {
    const page = openPage({
      root: `<b ${doing({
        click: [
          ["hide", "p"],
          ["remove-class", "p", "a"],
          ["open-dialog", "dialog"],
        ],
      })}>x</b>
        <u ${doing({
          click: [
            ["show", "p"],
            ["close-dialog", "dialog"],
          ],
        })}>x</u><p class="a b">y</p><dialog></dialog>`,
    });
    const [p, dialog] = [page.$<HTMLElement>("p"), page.$<HTMLDialogElement>("dialog")];
    fire(page, page.$("b"), "click");
    expect([p.hidden, p.className, dialog.open]).toEqual([true, "b", true]);
    fire(page, page.$("u"), "click");
    expect([p.hidden, dialog.open]).toEqual([false, false]);
  });

  it("B51: come with the server's event of the same type, and before it", () => {
    const page = openPage({
      root: `<form data-t="3" data-on="submit:p" ${doing({ submit: [["hide", "input"]] })}><input></form>`,
    });
    fire(page, page.$("form"), "submit");
    expect(page.$("input").hidden).toBe(true);
    expect(page.server.events.map(([, type]) => type)).toEqual(["submit"]);
  });

  it("B52: what they changed stays through the server's patches of the same attribute", () => {
    const page = openPage({
      root: `<b ${doing({
        click: [
          ["hide", "p"],
          ["add-class", "p", "open"],
          ["remove-class", "p", "a"],
          ["set-attribute", "p", "title", "mine"],
        ],
      })}>x</b><p data-t="4" class="a">y</p>`,
    });
    fire(page, page.$("b"), "click");
    page.server.apply([
      [Op.Attribute, 4, "class", "a c"],
      [Op.Attribute, 4, "hidden", null],
      [Op.Attribute, 4, "title", "server"],
      [Op.Attribute, 4, "lang", "en"],
    ]);
    const p = page.$<HTMLElement>("p");
    expect([p.className, p.hidden, p.title, p.lang]).toEqual(["c open", true, "mine", "en"]);
    page.server.apply([[Op.Attribute, 4, "class", null]]);
    expect(p.className).toBe("open");
  });

  it("B53: work in content that came later, and after the server changed them", () => {
    const page = openPage();
    const row: TemplateNode[] = [["p", { "@": "", "data-do": 0 }, 0]];
    page.server.apply([
      [Op.Template, 7, row],
      [Op.Insert, 1, 0, 7, [10, JSON.stringify({ dblclick: [["add-class", "", "a"]] }), "x"]],
    ]);
    fire(page, page.$("p"), "dblclick");
    page.server.apply([[Op.Attribute, 10, "data-do", JSON.stringify({ mouseover: [["add-class", "", "b"]] })]]);
    fire(page, page.$("p"), "mouseover");
    expect(page.$("p").className).toBe("a b");
  });
});
