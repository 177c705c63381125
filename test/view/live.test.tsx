import { describe, expect, it } from "vitest";
import { Op } from "../../src/protocol/operations.ts";
import { effect } from "../../src/reactive/effect.ts";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { signal } from "../../src/reactive/signal.ts";
import { req } from "../../src/reactive/silence.ts";
import { For } from "../../src/view/flow/for.ts";
import { Show } from "../../src/view/flow/show.ts";
import { JsxNode, rawHtml, type Child } from "../../src/view/node.ts";
import { mount, show } from "./support/mounted.ts";

describe("live text", () => {
  it("V15: it sends one operation, and only when the text differs", () => {
    const n = signal(1);
    const page = show(
      <p>
        Clicked {n} times{() => (n.value > 2 ? "!" : "")}
      </p>,
    );
    expect(page.turn(() => n.set(2))).toEqual([[Op.Text, 3, "2"]]);
    expect(page.turn(() => n.set(3))).toEqual([
      [Op.Text, 3, "3"],
      [Op.Text, 4, "!"],
    ]);
    const parity = show(<p>{() => n.value % 2}</p>);
    expect(parity.turn(() => n.set(5))).toEqual([]);
  });

  it("V15: alone in an element, the element is its place", () => {
    const n = signal<Child>("a");
    const page = show(<p>{n}</p>);
    expect(page.view.html().root).toBe(`<p data-t="3">a</p>`);
    expect(page.turn(() => n.set(""))).toEqual([[Op.Text, 3, ""]]);
    expect(page.view.html().root).toBe(`<p data-t="3"></p>`);
  });

  it("V23: nothing changed, no operation", () => {
    const n = signal(1);
    const list = signal([1, 2]);
    const same = <b>same</b>;
    const page = show(
      <p class={() => (n.value > 0 ? "a" : "b")} title={() => String(n.value > 0)}>
        {() => n.value > 0}
        {() => (n.value > 0 ? same : null)}
        {() => n.value && ["a", same]}
        <Show when={() => n.value > 0}>x</Show>
        <For each={list}>{(item) => <i>{item}</i>}</For>
        <input value={() => (n.value > 0 ? "v" : "")} />
      </p>,
    );
    expect(
      page.turn(() => {
        n.set(2);
        list.set([1, 2]);
      }),
    ).toEqual([]);
    expect(page.turn(() => n.touch())).toEqual([]);
  });
});

describe("live content", () => {
  const contents: Record<string, Child> = {
    text: "text",
    number: 5,
    nothing: null,
    element: <b>b</b>,
    several: [<i>1</i>, "two", <u>3</u>],
    fragment: (
      <>
        <i>1</i>2
      </>
    ),
    live: () => "live",
    nested: () => () => <s>deep</s>,
    raw: rawHtml("<em>raw</em>"),
    list: <For each={[1, 2]}>{(n) => <q>{n}</q>}</For>,
  };

  it("V16: it changes between text, nothing, one element and several, in every order", () => {
    const content = signal<Child>(null);
    const page = show(
      <div>
        <p>{content}</p>a{content}b
      </div>,
    );
    for (const from of Object.values(contents)) {
      for (const to of Object.values(contents)) {
        page.turn(() => content.set(from));
        page.turn(() => content.set(to));
        const fixed = show(<p>{to}</p>).html.slice(3, -4);
        expect(page.html).toBe(`<div><p>${fixed}</p>a${fixed}b</div>`);
      }
    }
  });

  it("V16: what was there ends before what comes begins", () => {
    const log: string[] = [];
    const Part = ({ name }: { name: string }) => {
      log.push(`+${name}`);
      onCleanup(() => log.push(`-${name}`));
      return name;
    };
    const name = signal("a");
    const page = mount(() => () => <Part name={name.value} />);
    page.turn(() => name.set("b"));
    expect(log).toEqual(["+a", "-a", "+b"]);
  });

  it("V16: an array that was changed in place is shown anew; one that was not stays", () => {
    const parts: Child[] = ["a", <b>b</b>];
    const list = signal<Child[]>(parts);
    const page = show(<p>{list as never}</p>);
    expect(page.turn(() => list.touch())).toEqual([]);
    page.turn(() => {
      parts.push("c");
      list.touch();
    });
    expect(page.html).toBe("<p>a<b>b</b>c</p>");
  });
});

describe("live attributes", () => {
  it("V17: they send their new value, and nothing for nothing", () => {
    const value = signal<string | number | boolean | null | undefined>("a");
    const page = show(new JsxNode("a", { title: value, children: "x" }));
    const sent = [1, true, null, "", undefined, "b", false].map((next) => page.turn(() => value.set(next)));
    expect(sent.map(([operation]) => operation?.[3])).toEqual(["1", true, null, "", null, "b", null]);
  });

  it("V17: worded attributes say true and false", () => {
    const on = signal<boolean | null>(false);
    const names = ["aria-pressed", "data-open", "draggable", "contenteditable", "spellcheck", "translate"];
    const live = show(new JsxNode("p", Object.fromEntries(names.map((name) => [name, on]))));
    expect(live.html).toBe(`<p ${names.map((name) => `${name}="false"`).join(" ")}></p>`);
    expect(live.turn(() => on.set(true)).map(([, , name, value]) => [name, value])).toEqual(
      names.map((name) => [name, "true"]),
    );
    expect(live.turn(() => on.set(null)).every(([, , , value]) => value === null)).toBe(true);
    expect(show(<p aria-busy={true} hidden={true} draggable={false} />).html).toBe(
      `<p aria-busy="true" hidden="" draggable="false"></p>`,
    );
  });

  it("V18: class takes text, records and lists, live at any depth", () => {
    const on = signal(true);
    const name = signal<string | null>("n");
    const page = show(
      <>
        <p class={["a", null, false, ["b", { c: on, d: () => !on.value }], { e: true, f: false }]} />
        <p class={name} />
        <p class={() => ["x", { y: on.value }]} />
        <p class={{ "a b": true }} />
        <p class={[]} />
      </>,
    );
    expect(page.html).toBe(`<p class="a b c e"></p><p class="n"></p><p class="x y"></p><p class="a b"></p><p></p>`);
    expect(
      page.turn(() => {
        on.set(false);
        name.set(null);
      }),
    ).toEqual([
      [Op.Attribute, 3, "class", "a b d e"],
      [Op.Attribute, 4, "class", null],
      [Op.Attribute, 5, "class", "x"],
    ]);
  });

  it("V19: style takes text, records and lists, live at any depth", () => {
    const width = signal<string | null>("1px");
    const page = show(
      <>
        <p style="color:red" />
        <p style={{ color: "red", width, "--x": 1, height: null, "font-family": `"a;b"` }} />
        <p style={["color:red", { width }, null, false]} />
        <p style={() => ({ width: width.value })} />
        <p style={{}} />
      </>,
    );
    expect(page.html).toBe(
      `<p style="color:red"></p><p style="color:red;width:1px;--x:1;font-family:&quot;a;b&quot;"></p>` +
        `<p style="color:red;width:1px"></p><p style="width:1px"></p><p></p>`,
    );
    page.turn(() => width.set(null));
    expect(page.html).toContain(
      `<p style="color:red;--x:1;font-family:&quot;a;b&quot;"></p><p style="color:red"></p><p></p>`,
    );
  });

  it.each([
    "red;background:url(x)",
    "red}",
    "{",
    "red/*",
    "*/",
    `"`,
    `a"b`,
    "\\3b",
    "url(a;b",
    "calc(1px",
    "var(--x))",
    "[a",
    'url(a"b)',
  ])("V19: a value of a record cannot leave its declaration: %s", (color) => {
    const page = show(<p style={{ color, width: "1px" }}>x</p>);
    expect(page.html).toBe("<p>x</p>");
    expect(page.errors).toEqual([expect.stringMatching(/one value for the CSS property color/)]);
  });

  it.each([
    "rgb(1, 2, 3)",
    "calc((1px + 2px) * 3)",
    `url("a;b")`,
    "url(a.png)",
    "red !important",
    "'a;{}'",
    "[a] 1fr",
    `"("`,
  ])("V19: a value that keeps to its declaration passes: %s", (color) =>
    expect(show(<p style={{ color }}>x</p>).errors).toEqual([]),
  );
});

describe("live properties", () => {
  it("V20: value, checked, selected and indeterminate are properties, and attributes in HTML", () => {
    const value = signal("a");
    const on = signal(true);
    const page = show(
      <form>
        <input value={value} />
        <input type="checkbox" checked={on} indeterminate={on} />
        <textarea value={value} />
        <select value={value}>
          <option value="a" selected={on} />
        </select>
        <progress value={() => value.value.length} />
      </form>,
    );
    expect(page.html).toBe(
      `<form><input value="a"><input type="checkbox" checked=""><textarea>\na</textarea>` +
        `<select data-value="a"><option value="a" selected=""></option></select><progress value="1"></progress></form>`,
    );
    const names = page.turn(() => {
      value.set("bc");
      on.set(false);
    });
    expect(names.map(([op, , name]) => [op, name])).toEqual([
      [Op.Property, "value"],
      [Op.Property, "checked"],
      [Op.Property, "indeterminate"],
      [Op.Property, "value"],
      [Op.Property, "value"],
      [Op.Property, "selected"],
      [Op.Attribute, "value"],
    ]);
  });

  it("V20: what no attribute stands for, a page is told besides", () => {
    const data = signal<unknown>({ a: [1] });
    const page = show(
      <>
        {new JsxNode("my-chart", { "prop:data": data, "prop:fixed": 5, "prop:value": 7 })}
        <input type="checkbox" indeterminate />
      </>,
    );
    expect(page.view.unpaintedOperations().map(([, , name, value]) => [name, value])).toEqual([
      ["data", { a: [1] }],
      ["fixed", 5],
      ["value", 7],
      ["indeterminate", true],
    ]);
    page.view.dispose();
    expect(page.view.unpaintedOperations()).toEqual([]);
  });

  it("V20: prop:name takes any JSON, and keeps a copy of what it was given", () => {
    const given = { a: [1] };
    const data = signal<unknown>(given);
    const page = mount(() => () => new JsxNode("my-chart", { "prop:data": data }));
    given.a.push(2);
    page.compare();
    expect(page.turn(() => data.touch())).toEqual([[Op.Property, expect.any(Number), "data", { a: [1, 2] }]]);
    expect(page.turn(() => data.set({ a: [1, 2] }))).toEqual([]);
    expect(page.turn(() => data.set(undefined))).toEqual([[Op.Property, expect.any(Number), "data", null]]);
    const circle: unknown[] = [];
    circle.push(circle);
    for (const bad of [circle, 10n]) page.turn(() => data.set(bad));
    expect(page.errors).toEqual([expect.stringMatching(/JSON for the property data/), expect.stringMatching(/JSON/)]);
  });
});

describe("the order of things", () => {
  it("V21: a condition runs before what stands under it", () => {
    const user = signal<{ name: string } | null>({ name: "Ann" });
    const page = show(
      <p>
        {() => user.value && <b title={() => user.value!.name}>{() => user.value!.name}</b>}
        <Show when={user}>{(shown) => <i>{() => shown.value.name}</i>}</Show>
      </p>,
    );
    page.turn(() => user.set(null));
    page.turn(() => user.set({ name: "Bob" }));
    expect(page.errors).toEqual([]);
    expect(page.html).toBe(`<p><b title="Bob">Bob</b><i>Bob</i></p>`);
  });

  it("V21: also when the condition is set off in the middle of a flush", () => {
    const source = signal(1);
    const user = signal<{ name: string } | null>({ name: "Ann" });
    const page = mount(() => {
      effect(() => {
        if (source.value === 2) user.set(null);
      });
      return (
        <p>{() => user.value && <b title={() => `${source.value}`}>{() => source.value + user.value!.name}</b>}</p>
      );
    });
    page.turn();
    page.turn(() => source.set(2));
    expect(page.errors).toEqual([]);
    expect(page.html).toBe("<p></p>");
  });

  it("V22: what an effect writes while flushing is in the same frame", () => {
    const n = signal(1);
    const twice = signal(2);
    const page = mount(() => {
      effect(() => void twice.set(n.value * 2));
      return (
        <p>
          {twice} {n}
        </p>
      );
    });
    page.turn();
    expect(page.turn(() => n.set(5))).toEqual([
      [Op.Text, 3, "10"],
      [Op.Text, 4, "5"],
    ]);
  });

  it("V22: a live place may write, and what it writes settles in the same frame", () => {
    const n = signal(1);
    const seen = signal(0);
    const page = show(
      <p>
        {seen} {() => (seen.set(n.value), n.value)}
      </p>,
    );
    page.turn();
    page.turn(() => n.set(5));
    expect(page.html).toBe("<p>5 5</p>");
  });
});

describe("errors in live places", () => {
  it("V32: it is reported with the place's name, what is shown stays, and the next change recovers it", () => {
    const n = signal(1);
    const page = show(
      <p
        title={function title() {
          if (n.value === 2) throw new Error("two");
          return `${n.value}`;
        }}
      >
        {() => {
          if (n.value === 2) throw new Error("two");
          return n.value;
        }}
      </p>,
    );
    expect(page.turn(() => n.set(2))).toEqual([]);
    expect(page.errors).toEqual(["two", "two"]);
    expect(page.owner.sources.map((source) => source?.describe())).toEqual([
      "AttributeBinding on element 3 (title)",
      "ContentBinding on element 3 (children)",
    ]);
    page.turn(() => n.set(3));
    expect(page.html).toBe(`<p title="3">3</p>`);
  });

  it("V32: also when it fails while it is built", () => {
    const n = signal(2);
    const odd = () => {
      if (n.value === 2) throw new Error("two");
      return `${n.value}`;
    };
    const page = show(
      <p title={odd}>
        {odd} <input value={odd} />
        <For each={() => [odd()]}>{(item) => <i>{item}</i>}</For>
      </p>,
    );
    expect(page.html).toBe(`<p> <input></p>`);
    expect(page.owner.sources.every((source) => source !== undefined)).toBe(true);
    expect(page.errors.length).toBe(4);
    page.turn(() => n.set(3));
    expect(page.html).toBe(`<p title="3">3 <input value="3"><i>3</i></p>`);
  });

  it("V32: what fails to be built leaves its place empty until the next change", () => {
    const n = signal(1);
    const page = show(
      <p>
        {() => {
          const now = n.value;
          return now === 2 ? ({ bad: now } as never as Child) : <b>{now}</b>;
        }}
      </p>,
    );
    page.turn(() => n.set(2));
    expect(page.html).toBe("<p></p>");
    page.turn(() => n.set(3));
    expect(page.html).toBe("<p><b>3</b></p>");
    expect(page.errors.length).toBe(1);
  });

  it("V36: req that fails shows nothing, quietly", () => {
    const user = signal<string | null>(null);
    const Greeting = () => <b>{req(user.peek())}</b>;
    const page = show(
      <p title={() => req(user.value)}>
        {() => <i>{req(user.value)}</i>}
        {() => req(user.value)}
        {() => user.value && <Greeting />}
        <Greeting />
        <For each={() => [req(user.value)]}>{(name) => <u>{name}</u>}</For>
        <input value={() => req(user.value)} class={{ a: () => req(user.value) !== "" }} />
      </p>,
    );
    const empty = page.html;
    expect(empty).toBe(`<p><input value=""></p>`);
    page.turn(() => user.set("Ann"));
    expect(page.html).toBe(`<p title="Ann"><i>Ann</i>Ann<b>Ann</b><u>Ann</u><input value="Ann" class="a"></p>`);
    page.turn(() => user.set(null));
    expect(page.html).toBe(empty);
    expect(page.errors).toEqual([]);
  });

  it("V36: req in the root component shows an empty page", () => {
    const page = mount(() => req(null));
    expect([page.html, page.errors]).toEqual(["", []]);
  });
});
