import { describe, expect, it, vi } from "vitest";
import { NodeIndex } from "../../src/browser/node-index.ts";
import { Op, type Operation, type TemplateNode } from "../../src/protocol/operations.ts";
import { openPage } from "./support.ts";

const ROW: TemplateNode[] = [["li", { "@": "click", class: "row" }, ["b", { "@": "" }, 2], " ", 0]];

/** The inside of the app as HTML, without what the server's marks differ in. */
const inside = (page: { root: HTMLElement }) =>
  page.root.innerHTML.replace(/<!--.*?-->/g, "|").replace(/ data-(t|on)="[^"]*"/g, "");

describe("the page as painted", () => {
  it("B1: elements, regions and rows of several roots are found by the ids in the page", () => {
    const page = openPage({
      root: `<p data-t="3">a</p><!--4-->b<!--5--><i>c</i><!--/--><!--/-->`,
      layers: `<u data-t="6"></u>`,
    });
    page.server.apply([
      [Op.Text, 3, "A"],
      [Op.Text, 5, "C"],
      [Op.Text, 6, "U"],
      [Op.Text, 2, "over"],
    ]);
    expect(inside(page)).toBe("<p>A</p>|b|C||");
    expect(page.$("#tandem-layers").textContent).toBe("over");
    page.server.apply([[Op.Text, 4, "all"]]);
    expect(inside(page)).toBe("<p>A</p>|all|");
  });
});

describe("text, attributes, properties", () => {
  it("B2: text goes into the text node that is there, else replaces what is", () => {
    const page = openPage({ root: `<p data-t="3">a</p><!--4-->b<!--/--><p data-t="5"><i>x</i>y</p>` });
    const kept = [page.$("p").firstChild!, page.root.childNodes[2]!];
    page.server.apply([
      [Op.Text, 3, "1"],
      [Op.Text, 4, "2"],
      [Op.Text, 5, "3"],
    ]);
    expect(inside(page)).toBe("<p>1</p>|2|<p>3</p>");
    expect([page.$("p").firstChild, page.root.childNodes[2]]).toEqual(kept);
    page.server.apply([[Op.Fill, 4, ""]]);
    page.server.apply([[Op.Text, 4, "again"]]);
    expect(inside(page)).toBe("<p>1</p>|again|<p>3</p>");
  });

  it("B3: null removes an attribute, true sets it empty, style goes through the object model", () => {
    const page = openPage({ root: `<p data-t="3" title="x" lang="en">a</p><svg><use data-t="4"/></svg>` });
    const setStyle = vi.spyOn(page.$("p").style, "cssText", "set");
    page.server.apply([
      [Op.Attribute, 3, "title", null],
      [Op.Attribute, 3, "inert", true],
      [Op.Attribute, 3, "lang", "de"],
      [Op.Attribute, 3, "style", "color: red"],
      [Op.Attribute, 4, "xlink:href", "#a"],
    ]);
    expect(setStyle.mock.calls).toEqual([["color: red"]]);
    expect(page.$("p").outerHTML).toBe(`<p data-t="3" lang="de" inert="" style="color: red;">a</p>`);
    expect(page.$("use").getAttributeNS("http://www.w3.org/1999/xlink", "href")).toBe("#a");
    page.server.apply([[Op.Attribute, 3, "style", null]]);
    expect(page.$("p").hasAttribute("style")).toBe(false);
  });

  it("B4: a property is set on the element, and what is nothing empties a control", () => {
    const page = openPage({
      root: `<input data-t="3" value="a"><input data-t="4" type="checkbox"><x-y data-t="5"></x-y>`,
    });
    page.server.apply([
      [Op.Property, 3, "value", null],
      [Op.Property, 4, "checked", true],
      [Op.Property, 4, "indeterminate", true],
      [Op.Property, 5, "rows", [1, 2]],
    ]);
    const box = page.$("[type=checkbox]");
    expect([page.$("input").value, box.checked, box.indeterminate]).toEqual(["", true, true]);
    expect(page.$<Element & { rows: number[] }>("x-y").rows).toEqual([1, 2]);
  });
});

describe("content and templates", () => {
  it("B5: a region is filled by text, an instance, rows or raw HTML, in place of what was there", () => {
    const page = openPage({ root: `<!--3-->old<!--/-->` });
    const shown = (operation: Operation) => {
      page.server.apply([operation]);
      return inside(page);
    };
    page.server.apply([[Op.Template, 7, ROW]]);
    expect(shown([Op.Fill, 3, "a<b"])).toBe("|a&lt;b|");
    expect(shown([Op.Fill, 3, [7, 10, "x", "y"]])).toBe(`|<li class="row"><b>x</b> y</li>|`);
    expect(
      shown([
        Op.Fill,
        3,
        [
          [7, 12, "1", ""],
          [7, 14, "2", "!"],
        ],
      ]),
    ).toBe(`|<li class="row"><b>1</b> </li><li class="row"><b>2</b> !</li>|`);
    expect(shown([Op.Fill, 3, { html: "<tr><td>raw</td></tr>" }])).toBe("|<tr><td>raw</td></tr>|");
    expect(shown([Op.Fill, 3, []])).toBe("||");
    expect(shown([Op.Fill, 1, "whole"])).toBe("whole");
  });

  it("B6: rows are inserted before a row or at the end, and their ids follow from their base", () => {
    const page = openPage({ root: `<ul data-t="3"><li data-t="4">last</li></ul><!--5--><!--/-->` });
    page.server.apply([
      [Op.Template, 7, ROW],
      [Op.Insert, 3, 4, 7, [10, "a", "1", 20, "b", "2"]],
      [Op.Insert, 3, 0, 7, [30, "c", "3"]],
      [Op.Insert, 5, 0, 7, [40, "d", "4"]],
      [Op.Insert, 5, 40, 7, [50, "e", "5"]],
    ]);
    expect(page.root.textContent).toBe("a 1b 2lastc 3e 5d 4");
    page.server.apply([
      [Op.Text, 21, "B"],
      [Op.Text, 41, "D"],
    ]);
    expect(page.root.textContent).toBe("a 1B 2lastc 3e 5D 4");
  });

  it("B6: a template without slots is inserted as often as there are bases", () => {
    const page = openPage();
    page.server.apply([
      [Op.Template, 7, [["hr", { "@": "" }]]],
      [Op.Insert, 1, 0, 7, [10, 11, 12]],
      [Op.Remove, 11],
    ]);
    expect(inside(page)).toBe("<hr><hr>");
  });

  it("B7: elements and stretches between comments are removed, moved and emptied whole", () => {
    const page = openPage({ root: `<ul data-t="3"></ul><!--4--><i>x</i>y<!--/--><p>z</p>` });
    page.server.apply([
      [Op.Template, 8, [["!", { "@": "" }, ["dt", 0, 0], ["dd", { "@": "" }, 2]]]],
      [Op.Insert, 3, 0, 8, [10, "a", "1", 20, "b", "2", 30, "c", "3"]],
    ]);
    const list = page.$("ul");
    page.server.apply([[Op.Move, 3, 10, 30]]);
    expect(list.textContent).toBe("c3a1b2");
    page.server.apply([[Op.Move, 3, 0, 10]]);
    expect(list.textContent).toBe("c3b2a1");
    page.server.apply([[Op.Remove, 20, 30]]);
    expect(list.textContent).toBe("a1");
    expect(list.childNodes.length).toBe(4);
    page.server.apply([
      [Op.Clear, 3],
      [Op.Clear, 4],
    ]);
    expect(inside(page)).toBe("<ul></ul>||<p>z</p>");
  });

  it("B7: a region that is all its parent holds keeps its comments when emptied", () => {
    const page = openPage({ root: `<!--3--><i></i><i></i><!--/-->` });
    page.server.apply([
      [Op.Clear, 3],
      [Op.Text, 3, "still there"],
    ]);
    expect(inside(page)).toBe("|still there|");
  });

  it("B7: what is moved keeps the focus", () => {
    const page = openPage({ root: `<p data-t="3"><input></p><p data-t="4"></p>` });
    page.$("input").focus();
    page.server.apply([[Op.Move, 1, 0, 3]]);
    expect(page.root.lastElementChild!.firstChild).toBe(page.document.activeElement);
  });

  it("B8: slots and ids are taken in document order, whatever a slot holds", () => {
    const page = openPage();
    const definition: TemplateNode[] = [
      "say ",
      ["p", { "@": "", title: 0, hidden: true, ".lang": 0 }, 0, ["i", 0, "and"], 1, ["b", { "@": "" }, 2], 1, 0],
      " end",
    ];
    page.server.apply([
      [Op.Template, 7, definition],
      [Op.Template, 8, ROW],
      [Op.Fill, 1, [7, 10, "T", "fr", "one", [[8, 20, "r", "s"]], [8, 22, "u", "v"], "four", "five"]],
    ]);
    const row = (a: string, b: string) => `<li class="row"><b>${a}</b> ${b}</li>`;
    expect(inside(page)).toBe(
      `say <p hidden="" title="T" lang="fr">one<i>and</i>|${row("r", "s")}|<b>${row("u", "v")}</b>|four|five</p> end`,
    );
    page.server.apply([
      [Op.Text, 11, "x"],
      [Op.Text, 12, "y"],
      [Op.Text, 13, "z"],
    ]);
    expect(inside(page)).toBe(`say <p hidden="" title="T" lang="fr">one<i>and</i>|x|<b>y</b>|z|five</p> end`);
  });

  it("B8: a template may hold instances of itself, with rows of several roots", () => {
    const page = openPage();
    const tree: TemplateNode[] = [["!", { "@": "" }, 0, 1, "."]];
    page.server.apply([
      [Op.Template, 7, tree],
      [
        Op.Insert,
        1,
        0,
        7,
        [
          10,
          "a",
          [
            [7, 20, "b", [[7, 30, "c", []]]],
            [7, 40, "d", []],
          ],
        ],
      ],
    ]);
    expect(page.root.textContent).toBe("abc..d..");
    page.server.apply([[Op.Remove, 20]]);
    expect(page.root.textContent).toBe("ad..");
  });

  it("B9: a namespace holds for what is inside until another is named", () => {
    const page = openPage();
    page.server.apply([
      [
        Op.Template,
        7,
        [
          ["svg:svg", 0, ["g", 0, ["foreignObject", 0, ["html:div", 0, ["p", 0, 0]]], ["circle", 0]]],
          ["p", 0],
        ],
      ],
      [Op.Fill, 1, [7, 10, "in"]],
    ]);
    const spaces = Array.from(
      page.root.querySelectorAll("*"),
      ({ localName, namespaceURI }) => `${localName} ${namespaceURI?.slice(-3)}`,
    );
    expect(spaces).toEqual(["svg svg", "g svg", "foreignObject svg", "div tml", "p tml", "circle svg", "p tml"]);
  });

  it("B10: instances carry no marks of the server, and still answer to their ids and events", () => {
    const page = openPage();
    page.server.apply([
      [Op.Template, 7, ROW],
      [Op.Insert, 1, 0, 7, [10, "a", "1"]],
    ]);
    expect(page.root.innerHTML).toBe(`<li class="row"><b>a</b> 1</li>`);
    page.$<HTMLElement>("b").click();
    expect(page.server.events.map(([id, type]) => [id, type])).toEqual([[10, "click"]]);
  });

  it("B11: a template with a negative number is gone after its frame", () => {
    const page = openPage();
    page.server.apply([
      [Op.Template, -1, ["once"]],
      [Op.Fill, 1, [-1, 10]],
    ]);
    expect(inside(page)).toBe("once");
    expect(() => page.server.apply([[Op.Fill, 1, [-1, 11]]])).toThrow("template -1");
  });

  it("B12: raw HTML is parsed by the policy named tandem, also inside of drawings", () => {
    const createHTML = vi.fn((html: string) => html);
    const createPolicy = vi.fn((_name: string, _rules: object) => ({ createHTML }));
    const page = openPage({
      root: `<svg data-t="3"></svg>`,
      before: (window) => Object.assign(window, { trustedTypes: { createPolicy } }),
    });
    page.server.apply([[Op.Fill, 3, { html: "<circle/><g/>", in: "svg" }]]);
    expect(createPolicy.mock.calls[0]![0]).toBe("tandem");
    expect(createHTML).toHaveBeenCalledOnce();
    const svg = page.$<SVGElement>("svg");
    expect(Array.from(svg.children, ({ namespaceURI }) => namespaceURI)).toEqual(
      Array(2).fill("http://www.w3.org/2000/svg"),
    );
  });
});

describe("the rest", () => {
  it("B13: a select shows its value also when its options come later", () => {
    const page = openPage({ root: `<select data-t="3" data-value="b"><option>a</option><option>b</option></select>` });
    const select = page.$<HTMLSelectElement>("select");
    expect(select.value).toBe("b");
    page.server.apply([
      [Op.Template, 7, [["option", { "@": "" }, 0]]],
      [Op.Property, 3, "value", "d"],
      [
        Op.Fill,
        3,
        [
          [7, 10, "c"],
          [7, 11, "d"],
        ],
      ],
    ]);
    expect(select.value).toBe("d");
    page.server.apply([[Op.Insert, 3, 10, 7, [12, "first"]]]);
    expect(select.value).toBe("d");
  });

  it("B13: a new select shows its value, and one of many values all of them", () => {
    const page = openPage();
    const option: TemplateNode = ["option", 0, 0];
    page.server.apply([
      [Op.Template, 7, [["select", { "@": "", ".value": 0, multiple: true }, option, option, option]]],
      [Op.Template, 8, [["select", { "@": "", ".value": 0 }, option, option]]],
      [Op.Insert, 1, 0, 7, [10, ["a", "c"], "a", "b", "c"]],
      [Op.Insert, 1, 0, 8, [20, "y", "x", "y"]],
    ]);
    const [many, one] = page.root.querySelectorAll("select");
    expect(Array.from(many!.options, ({ selected }) => selected)).toEqual([true, false, true]);
    expect(one!.value).toBe("y");
    page.server.apply([[Op.Property, 10, "value", ["b"]]]);
    expect(Array.from(many!.options, ({ selected }) => selected)).toEqual([false, true, false]);
  });

  it("B13: what a person chose stays chosen when the options are sent anew", () => {
    const page = openPage({
      root: `<select data-t="3" data-on="change" data-value="a"><option>a</option><option>b</option></select>`,
    });
    const select = page.$<HTMLSelectElement>("select");
    select.value = "b";
    select.dispatchEvent(new page.window.Event("change", { bubbles: true }));
    page.server.apply([
      [Op.Template, 7, [["option", { "@": "" }, 0]]],
      [
        Op.Fill,
        3,
        [
          [7, 10, "a"],
          [7, 11, "b"],
        ],
      ],
    ]);
    expect(select.value).toBe("b");
  });

  it("B14: an operation that does not fit makes the link ask for the whole screen", () => {
    const page = openPage({ root: "<p>x</p>" });
    expect(() => page.server.apply([[Op.Text, 99, "x"]])).toThrow("99");
    page.clock.advance(1_000);
    expect(page.server.heard.at(-1)).toMatchObject(["hello", { frame: -1 }]);
  });

  it("B15: nodes that were removed are forgotten in time", () => {
    const page = openPage();
    const index = new NodeIndex();
    const parent = page.root;
    for (let id = 10; id < 5_010; id++) {
      const node = page.document.createElement("i");
      index.bind(node, id);
      if (id % 100 === 0) parent.append(node);
      index.sweep();
    }
    expect(index.size).toBeLessThan(1_100);
    expect(index.node(5_000).isConnected).toBe(true);
  });

  it("B16: a method is called on the element a ref names; one that fails disturbs nothing", () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const page = openPage({ root: `<input data-t="3" data-ref="7"><p data-t="4"></p>` });
    page.server.apply([
      [Op.Call, 7, "focus", []],
      [Op.Call, 7, "noSuchThing", []],
      [Op.Call, 8, "focus", []],
      [Op.Text, 4, "after"],
    ]);
    expect(page.document.activeElement).toBe(page.$("input"));
    expect(page.$("p").textContent).toBe("after");
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  it("B17: the page's title follows, and is left when not named", () => {
    const page = openPage();
    page.server.apply([[Op.Page, { title: "Now" }]]);
    page.server.apply([[Op.Page, {}]]);
    expect(page.document.title).toBe("Now");
  });
});
