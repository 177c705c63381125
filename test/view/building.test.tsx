import { describe, expect, it } from "vitest";
import { computed } from "../../src/reactive/computed.ts";
import { signal } from "../../src/reactive/signal.ts";
import { For } from "../../src/view/flow/for.ts";
import { Show } from "../../src/view/flow/show.ts";
import { JsxNode, rawHtml, type Child } from "../../src/view/node.ts";
import { mount, show } from "./support/mounted.ts";

describe("components", () => {
  it("V1: a component runs once; what is live in its JSX follows", () => {
    const count = signal(1);
    const double = computed(() => count.value * 2);
    let runs = 0;
    const page = mount(() => {
      runs++;
      return (
        <p>
          {count} {double} {() => count.value + 10}
        </p>
      );
    });
    expect(page.html).toBe("<p>1 2 11</p>");
    page.turn(() => count.set(2));
    expect(page.html).toBe("<p>2 4 12</p>");
    expect(runs).toBe(1);
  });

  it("V4: fragments, and components that return several things, leave no element behind", () => {
    const Pair = () => (
      <>
        <b>1</b>two
      </>
    );
    const List = () => ["a", <i>b</i>];
    const page = show(
      <p>
        <Pair />
        <List />
        <></>
      </p>,
    );
    expect(page.html).toBe("<p><b>1</b>twoa<i>b</i></p>");
    expect(page.view.html().root).not.toContain("data-t");
  });
});

describe("children", () => {
  it.each<[child: Child, html: string]>([
    [null, ""],
    [undefined, ""],
    [true, ""],
    [false, ""],
    [0, "0"],
    [-1.5, "-1.5"],
    [NaN, "NaN"],
    [10n, "10"],
    ["", ""],
    [["a", ["b", null, [1]], "c"], "ab1c"],
    [[], ""],
  ])("V2: %s shows as %s, fixed and live", (child, html) => {
    expect(show(<p>{child}</p>).html).toBe(`<p>${html}</p>`);
    expect(show(<p>{() => child}</p>).html).toBe(`<p>${html}</p>`);
    expect(show(<p>-{signal(child)}-</p>).html).toBe(`<p>-${html}-</p>`);
  });

  it.each<[what: unknown, message: RegExp]>([
    [new Date(0), /class Date.*toLocaleString/],
    [Promise.resolve(1), /class Promise.*<Await/],
    [new Map(), /class Map.*<For/],
    [new Set(), /class Set.*<For/],
    [{ a: 1 }, /class Object.*Pick the part/],
    [Object.create(null), /without a name/],
    [Symbol("s"), /symbol/],
  ])("V6: %s is no child, fixed or live", (what, message) => {
    const child = what as Child;
    for (const node of [<p>a{child}b</p>, <p>a{() => child}b</p>]) {
      const page = show(node);
      expect(page.html).toBe("<p>ab</p>");
      expect(page.errors).toEqual([expect.stringMatching(message)]);
    }
  });

  it("V9: rawHtml shows HTML as it is, on its own, beside others, and live", () => {
    const raw = rawHtml("<b>x</b>&amp;");
    const live = signal<Child>("t");
    const page = show(
      <div>
        <p>{raw}</p>
        <p>a{raw}b</p>
        <p>{live}</p>
      </div>,
    );
    page.turn(() => live.set(raw));
    expect(page.html).toBe("<div><p><b>x</b>&amp;</p><p>a<b>x</b>&amp;b</p><p><b>x</b>&amp;</p></div>");
    expect(show(<p>{"<b>x</b>"}</p>).html).toBe("<p>&lt;b&gt;x&lt;/b&gt;</p>");
  });
});

describe("escaping", () => {
  const nasty = `<i a="&amp;">'\r\n</i>`;

  it("V3: text and attribute values are escaped in HTML", () => {
    const html = `&lt;i a=&quot;&amp;amp;&quot;&gt;'&#13;\n&lt;/i&gt;`;
    expect(show(<p title={nasty}>{nasty}</p>).html).toBe(`<p title="${html}">${html}</p>`);
    expect(show(<p title={() => nasty}>{() => nasty}</p>).html).toBe(`<p title="${html}">${html}</p>`);
    expect(show(<textarea value={nasty} />).html).toBe(`<textarea>\n${html}</textarea>`);
    expect(show(<input value={() => nasty} />).html).toBe(`<input value="${html}">`);
  });

  it("V3: on the wire they are data", () => {
    const text = signal("");
    const page = show(<p title={text}>{text}</p>);
    expect(page.turn(() => text.set(nasty))).toEqual([
      [1, 3, "title", nasty],
      [0, 3, nasty],
    ]);
  });

  it("V3: a line break at the start of a textarea or pre is kept", () => {
    const page = show(
      <>
        <textarea value={"\na"} />
        <pre>{"\nb"}</pre>
        <pre>{() => "\nc"}</pre>
      </>,
    );
    expect(page.html).toBe("<textarea>\n\na</textarea><pre>\n\nb</pre><pre>\n\nc</pre>");
  });
});

describe("namespaces", () => {
  it("V5: SVG and MathML elements carry their namespace, also what is built later in them", () => {
    const on = signal(false);
    const page = show(
      <main>
        <svg>
          <Show when={on}>
            <g>
              <circle r="1" />
            </g>
            <rect />
          </Show>
          <For each={() => (on.value ? [1, 2] : [])}>{(n) => <text x={n}>{n}</text>}</For>
        </svg>
        <math>
          <mrow>{() => on.value && <mi>x</mi>}</mrow>
        </math>
        <p>{() => on.value && <b>html</b>}</p>
      </main>,
    );
    const operations = page.turn(() => on.set(true)); // compared with namespaces
    const definitions = operations.filter(([op]) => op === 8).map(([, , definition]) => JSON.stringify(definition));
    expect(definitions).toContain(`[["svg:g",0,["circle",{"r":"1"}]],["svg:rect",0]]`);
    expect(definitions).toContain(`[["svg:text",{"@":"","x":0},0]]`);
    expect(definitions).toContain(`[["math:mi",0,"x"]]`);
    expect(definitions).toContain(`[["b",0,"html"]]`);
  });

  it("V5: inside foreignObject it is HTML again, fixed and built later", () => {
    const on = signal(false);
    const picture = () => (
      <svg>
        <foreignObject>
          <div>
            <b>html</b>
            {() => on.value && <i>later</i>}
            <svg>
              <path />
            </svg>
          </div>
          {() => on.value && <u>later</u>}
        </foreignObject>
        <title>
          <b>html</b>
        </title>
        <rect />
      </svg>
    );
    const page = mount(() => () => on.value && picture());
    const [template] = page.turn(() => on.set(true));
    expect(JSON.stringify(template)).toContain(
      `["svg:svg",0,["foreignObject",0,["html:div",0,["b",0,"html"],1,["svg:svg",0,["path",0]]],1],` +
        `["title",0,["html:b",0,"html"]],["rect",0]]`,
    );
    expect(page.html).toContain("<i>later</i>");
  });
});

describe("found by random programs", () => {
  it("V5, V9: raw HTML that comes later in a picture is of its namespace", () => {
    const n = signal(0);
    const raw = () => n.value > 0 && rawHtml("<g></g>");
    const page = show(
      <svg>
        {raw}
        <foreignObject>
          <p>{() => n.value > 0 && rawHtml("<b>html</b>")}</p>
        </foreignObject>
      </svg>,
    );
    const operations = page.turn(() => n.set(1)); // compared with namespaces
    expect(JSON.stringify(operations)).toContain(`{"html":"<g></g>","in":"svg"}`);
    expect(JSON.stringify(operations)).toContain(`{"html":"<b>html</b>"}`);
    expect(String(page.client)).toContain("<svg:g>");
  });
});

describe("what is refused", () => {
  it.each([
    ["script", /cannot be used.*commands/],
    ["STYLE", /cannot be used.*styles/],
    ["base", /cannot be used.*basePath/],
    ["a b", /name of an element.*"a b"/],
    ["1a", /name of an element/],
    ["svg:a", /name of an element/],
    [undefined, /name of an element.*undefined/],
  ])("V7: the element %s", (tag, message) => {
    const page = show(
      <p>
        a{new JsxNode(tag as string, { children: "inside" })}
        <For each={[1]}>{() => new JsxNode(tag as string, {})}</For>b
      </p>,
    );
    expect(page.html).toBe("<p>ab</p>");
    expect(page.errors).toEqual([expect.stringMatching(message), expect.stringMatching(message)]);
  });

  it.each([
    ["onclick", "alert()", /Write onClick=/],
    ["ONCLICK", "alert()", /event handler/],
    ["srcdoc", "<b>", /rawHtml/],
    ["innerHTML", "<b>", /rawHtml/],
    ["prop:innerHTML", "<b>", /rawHtml/],
    ["prop:outerHTML", "<b>", /rawHtml/],
    ["prop:srcdoc", "<b>", /rawHtml/],
    ["prop:onclick", "alert()", /event handler/],
    ["http-equiv", "refresh", /rawHtml/],
    ["data-t", "1", /sets itself/],
    ["data-on", "click", /sets itself/],
    ["a b", "1", /name of an attribute/],
    ["a>", "1", /name of an attribute/],
    ["on:a b", () => {}, /name of an attribute/],
    ["onA b", () => {}, /name of an attribute/],
    ["prop:", 1, /name of an attribute/],
    ["title", {}, /value of an attribute.*class Object/],
    ["title", [], /value of an attribute.*an array/],
    ["attributeName", "href", /attributeName/],
    ["ref", {}, /what ref\(\) made/],
    ["onClick", "text", /Expected a function/],
    ["onClick", {}, /Expected a function/],
    ["onClick", [() => {}, () => {}], /one handler/],
    ["style", { "color;x": "red" }, /name of a CSS property/],
  ])("V7: the attribute %s of value %j; the rest of the element stays", (name, value, message) => {
    const page = show(<p>{new JsxNode("i", { id: "a", [name]: value, lang: "en", children: "b" })}</p>);
    expect(page.html).toBe(`<p><i id="a" lang="en">b</i></p>`);
    expect(page.errors).toEqual([expect.stringMatching(message)]);
  });

  it("V7: a property given twice", () => {
    const a = signal("a");
    const inputs: Record<string, unknown>[] = [
      { value: a, "prop:value": "b" },
      { bind: a, value: a },
      { value: "a", bind: a },
    ];
    for (const props of inputs) {
      const page = show(new JsxNode("p", { children: [new JsxNode("input", props), <b>{a}</b>] }));
      expect(page.errors).toEqual([expect.stringMatching(/given twice/)]);
      page.turn(() => a.set("next"));
      expect(page.html).toContain("<b>next</b>");
    }
  });

  it("V7: __proto__ is an attribute like any other", () => {
    const value = signal("a");
    const page = mount(() => () => new JsxNode("p", { ["__proto__"]: value, lang: value, children: value.peek() }));
    page.turn(() => value.set("b"));
    expect(page.html).toBe(`<p __proto__="b" lang="b">a</p>`);
  });
});

describe("addresses", () => {
  const refused = [
    "javascript:alert()",
    "JaVaScRiPt:alert()",
    " javascript:alert()",
    "java\nscript:alert()",
    "\u0001javascript:alert()",
    "java\tscript\r:alert()",
    "vbscript:x",
    "data:text/html,<script>",
    " DATA:text/html;base64,x",
    "data:,x",
  ];
  const names = ["href", "src", "action", "formaction", "xlink:href", "poster", "data", "ping", "HREF", "prop:href"];

  it.each(names)("V8: %s takes no address that runs code, fixed or live", (name) => {
    for (const url of refused) {
      for (const value of [url, () => url, signal(url)]) {
        const page = show(new JsxNode("p", { children: [new JsxNode("a", { [name]: value, children: "x" })] }));
        expect(page.html).toBe("<p><a>x</a></p>");
        expect(page.errors).toEqual([expect.stringMatching(/runs code/)]);
      }
    }
  });

  it("V8: other addresses pass", () => {
    for (const url of [
      "/a",
      "https://a.example/javascript:",
      "#x",
      "mailto:a@b",
      "data:image/png;base64,AA",
      "x:y",
      "",
    ]) {
      expect(show(<a href={url}>x</a>).errors).toEqual([]);
    }
    expect(show(<a href={() => null}>x</a>).html).toBe("<a>x</a>");
  });

  it("V8: a live address that turns bad is refused, and the earlier one stays", () => {
    const url = signal("/a");
    const page = show(<a href={url}>x</a>);
    page.turn(() => url.set("javascript:alert()"));
    expect(page.html).toBe(`<a href="/a">x</a>`);
    expect(page.errors.length).toBe(1);
    page.turn(() => url.set("/b"));
    expect(page.html).toBe(`<a href="/b">x</a>`);
  });
});

describe("errors while building", () => {
  const Broken = (): Child => {
    throw new Error("broken");
  };

  it("V10: the root component's error is thrown by mount, and nothing is left", () => {
    expect(() => mount(Broken)).toThrow("broken");
  });

  it("V10: an error further down leaves only its own place empty", () => {
    const page = mount(() => (
      <main>
        a<Broken />
        <p>
          <Broken />
        </p>
        <Show when={true}>
          {() => (
            <b>
              <Broken />c
            </b>
          )}
        </Show>
        <For each={[1]}>{() => <Broken />}</For>
        {() => {
          throw new Error("live");
        }}
        d
      </main>
    ));
    expect(page.html).toBe("<main>a<p></p><b>c</b>d</main>");
    expect(page.errors).toEqual(["broken", "broken", "live", "broken", "broken"]);
  });
});
