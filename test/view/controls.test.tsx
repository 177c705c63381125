import { describe, expect, it } from "vitest";
import { Op, type Operation } from "../../src/protocol/operations.ts";
import type { EventPayload } from "../../src/protocol/frames.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { For } from "../../src/view/flow/for.ts";
import { Show } from "../../src/view/flow/show.ts";
import { JsxNode, rawHtml, type Child } from "../../src/view/node.ts";
import { show } from "./support/mounted.ts";

const properties = (operations: Operation[]) => operations.map(([, , name, value]) => [name, value]);

describe("what a client may not send", () => {
  it("V39: events of disabled controls are refused, fixed or live", () => {
    const off = signal(true);
    let clicks = 0;
    const click = () => void clicks++;
    const page = show(
      <>
        <button disabled onClick={click} name="a" />
        <button disabled={off} onClick={click} name="b" />
        <button disabled={false} onClick={click} name="c" />
        <fieldset disabled={off}>
          <legend>
            <button onClick={click} name="legend" />
          </legend>
          <Show when={true}>
            <button onClick={click} name="d" />
          </Show>
          {new JsxNode("my-button", { onClick: click, name: "e" })}
          <div onClick={click} />
          <fieldset>
            <For each={[1]}>{() => <button onClick={click} name="f" />}</For>
          </fieldset>
        </fieldset>
      </>,
    );
    const outcomes = () =>
      [
        "button name=a",
        "button name=b",
        "button name=c",
        "button name=legend",
        "button name=d",
        "my-button",
        "div",
        "button name=f",
      ].map((start) => page.fire(start, "click")?.refused);
    expect(outcomes()).toEqual(["disabled", "disabled", null, null, "disabled", "disabled", null, "disabled"]);
    expect(clicks).toBe(3);
    page.turn(() => off.set(false));
    expect(outcomes()).toEqual(["disabled", null, null, null, null, null, null, null]);
  });

  it("V39: an input of a read-only control is refused, but no other event of it", () => {
    const text = signal("a");
    const readonly = signal(true);
    const page = show(<input bind={text} readonly={readonly} onFocus={() => {}} />);
    expect(page.fire("input", "input", { v: "b" })).toEqual({ refused: "readonly" });
    expect(page.fire("input", "focus")).toMatchObject({ refused: null });
    expect(text.peek()).toBe("a");
    page.turn(() => readonly.set(false));
    page.fire("input", "input", { v: "b" });
    expect(text.peek()).toBe("b");
  });

  it("V39, V42: what was entered and refused goes back to what it was", () => {
    const text = signal("a");
    const page = show(<input bind={text} disabled />);
    expect(page.sends("input", "input", { v: "b" })).toEqual([[Op.Property, 3, "value", "a"]]);
  });

  it("V40: a select accepts only what it offers, whatever made the options", () => {
    const chosen = signal("");
    const more = signal([..."xy"]);
    const page = show(
      <form>
        <select name="other">
          <option>elsewhere</option>
        </select>
        <select bind={chosen} name="this">
          <option value="a">A</option>
          <option>{" b \n\t c\u00a0"}</option>
          <option value={`"<&>'\r`}>x</option>
          <option value="off" disabled>
            x
          </option>
          <option disabled={() => more.value.length > 2} value="live" class=" disabled value=">
            x
          </option>
          <option>
            {more.peek().length} of {() => more.value.length}
          </option>
          <optgroup label="g" disabled>
            <option>group</option>
          </optgroup>
          <optgroup label="h">
            <For each={more}>{(name) => <option value={name}>{name}!</option>}</For>
          </optgroup>
          {rawHtml('<option disabled>raw off</option><option value="raw">r</option>')}
        </select>
        <select>
          <option>after</option>
        </select>
      </form>,
    );
    const accepts = (value: string) => page.fire("select name=this", "input", { v: value })?.refused === null;
    const all = [
      "a",
      "b c\u00a0",
      `"<&>'\r`,
      "off",
      "live",
      "2 of 2",
      "group",
      "x",
      "z",
      "raw",
      "raw off",
      "A",
      "elsewhere",
      "after",
      "nothing",
    ];
    expect(all.filter(accepts)).toEqual(["a", "b c\u00a0", `"<&>'\r`, "live", "2 of 2", "x", "raw"]);
    page.turn(() => more.set([..."xyz"]));
    chosen.set("");
    expect(all.filter(accepts)).toEqual(["a", "b c\u00a0", `"<&>'\r`, "x", "z", "raw"]);
  });

  it("V40: several values are all to be offered; what is chosen already may stay", () => {
    const chosen = signal<string[]>(["gone"]);
    const page = show(
      <select multiple bind={chosen}>
        <option>a</option>
        <option>b</option>
        <option disabled>gone</option>
      </select>,
    );
    expect(page.fire("select", "input", { v: ["a", "x"] })).toEqual({ refused: "not-offered" });
    page.fire("select", "input", { v: ["gone", "a"] });
    expect(chosen.peek()).toEqual(["gone", "a"]);
    page.fire("select", "input", { v: [] });
    expect(chosen.peek()).toEqual([]);
    expect(page.fire("select", "input", { v: ["gone"] })).toEqual({ refused: "not-offered" });
  });
});

describe("bind", () => {
  interface Case {
    of: () => Child;
    html: string;
    event: [start: string, type: string, payload: EventPayload];
    value: unknown;
    set: unknown;
    sent: [name: string, value: unknown];
  }
  const text = signal("a");
  const number = signal<number | null>(1.5);
  const on = signal(false);
  const choice = signal("x");
  const many = signal<string[]>(["x"]);
  const options = () => ["x", "y"].map((name) => <option>{name}</option>);

  const cases: Record<string, Case> = {
    text: {
      of: () => <input bind={text} />,
      html: `<input value="a">`,
      event: ["input", "input", { v: "typed" }],
      value: "typed",
      set: "b",
      sent: ["value", "b"],
    },
    textarea: {
      of: () => <textarea bind={text} lang="en" />,
      html: `<textarea lang="en">\na</textarea>`,
      event: ["textarea", "input", { v: "typed" }],
      value: "typed",
      set: "b",
      sent: ["value", "b"],
    },
    number: {
      of: () => <input type="number" bind={number} />,
      html: `<input type="number" value="1.5">`,
      event: ["input", "input", { v: "2.50" }],
      value: 2.5,
      set: null,
      sent: ["value", ""],
    },
    range: {
      of: () => <input type="range" bind={number as never} />,
      html: `<input type="range" value="1.5">`,
      event: ["input", "input", { v: "7" }],
      value: 7,
      set: 8,
      sent: ["value", "8"],
    },
    checkbox: {
      of: () => <input type="checkbox" bind={on} />,
      html: `<input type="checkbox">`,
      event: ["input", "change", { c: true }],
      value: true,
      set: false,
      sent: ["checked", false],
    },
    radio: {
      of: () => <input type="radio" value="y" bind={choice} />,
      html: `<input type="radio" value="y">`,
      event: ["input", "change", { v: "y", c: true }],
      value: "y",
      set: "x",
      sent: ["checked", false],
    },
    select: {
      of: () => <select bind={choice}>{options()}</select>,
      html: `<select data-value="x"><option>x</option><option>y</option></select>`,
      event: ["select", "input", { v: "y" }],
      value: "y",
      set: "x",
      sent: ["value", "x"],
    },
    multiple: {
      of: () => (
        <select multiple bind={many}>
          {options()}
        </select>
      ),
      html: `<select multiple="" data-value="[&quot;x&quot;]"><option>x</option><option>y</option></select>`,
      event: ["select", "input", { v: ["x", "y"] }],
      value: ["x", "y"],
      set: [],
      sent: ["value", []],
    },
    details: {
      of: () => <details bind={on} />,
      html: `<details></details>`,
      event: ["details", "toggle", { o: true }],
      value: true,
      set: false,
      sent: ["open", null],
    },
    dialog: {
      of: () => <dialog bind={on} />,
      html: `<dialog></dialog>`,
      event: ["dialog", "toggle", { o: true }],
      value: true,
      set: false,
      sent: ["open", null],
    },
  };
  const bound = { text, number, range: number, checkbox: on, radio: choice, select: choice, multiple: many };
  const signalOf = (name: string) =>
    ({ ...bound, textarea: text, details: on, dialog: on })[name] as unknown as {
      set(value: unknown): void;
      peek(): unknown;
    };

  it.each(Object.keys(cases))("V41, V42: %s shows a signal, writes what is entered and sends nothing back", (name) => {
    text.set("a");
    number.set(1.5);
    on.set(false);
    choice.set("x");
    many.set(["x"]);
    const { of, html, event, value, set, sent } = cases[name]!;
    const page = show(of());
    expect(page.html).toBe(html);
    expect(page.sends(...event)).toEqual([]);
    expect(signalOf(name).peek()).toEqual(value);
    expect(properties(page.turn(() => signalOf(name).set(set)))).toEqual([sent]);
    expect(page.errors).toEqual([]);
  });

  it("V41: what is bound must be a signal", () => {
    const page = show(
      <p>
        {new JsxNode("input", { bind: "text" })}
        {new JsxNode("input", { bind: () => "text" })}
      </p>,
    );
    expect(page.html).toBe("<p><input><input></p>");
    expect(page.errors).toEqual([
      expect.stringMatching(/signal in bind/),
      expect.stringMatching(/signal or a name in bind/),
    ]);
  });

  it("V41: the app's own handler runs after the signal is written", () => {
    const seen: unknown[] = [];
    const page = show(
      <p>
        <input
          bind={text}
          onInput={({ value }) => seen.push(value, text.peek())}
          onChange={() => seen.push("change")}
        />
        <input type="checkbox" bind={on} onInput={({ checked }) => seen.push(checked, on.peek())} />
      </p>,
    );
    page.fire("input", "input", { v: "new" });
    page.fire("input", "change", { v: "new" });
    on.set(false);
    expect(page.sends("input type=checkbox", "change", { c: true })).toEqual([]);
    expect([...seen, on.peek()]).toEqual(["new", "new", "change", true]);
  });
});

describe("corrections", () => {
  it("V42: a source that disagrees is sent, also when it did not change", () => {
    const text = signal("a");
    const page = show(<input value={text} onInput={({ value }) => void text.set(value.slice(0, 3))} />);
    expect(page.sends("input", "input", { v: "abc" })).toEqual([]);
    expect(page.sends("input", "input", { v: "abcd" })).toEqual([[Op.Property, 3, "value", "abc"]]);
    const fixed = show(<input value={() => "fixed"} onInput={() => {}} />);
    expect(fixed.sends("input", "input", { v: "x" })).toEqual([[Op.Property, 3, "value", "fixed"]]);
  });

  it("V42: an effect that changes the value corrects it in the same frame", () => {
    const text = signal("a");
    const page = show(
      (() => {
        const Upper = () => {
          effect(() => void text.set(text.value.toUpperCase()));
          return <input bind={text} />;
        };
        return <Upper />;
      })(),
    );
    page.turn();
    expect(page.sends("input", "input", { v: "b" })).toEqual([[Op.Property, 3, "value", "B"]]);
  });

  it("V42: numbers agree by what they mean, fields that are empty with nothing", () => {
    const n = signal<number | null>(1);
    const page = show(<input type="number" value={n} onInput={({ number }) => void n.set(number)} />);
    for (const v of ["1.0", "1.50", "-0", "", "1e3"]) expect(page.sends("input", "input", { v })).toEqual([]);
    expect(n.peek()).toBe(1000);
  });

  it("V42: a checkbox that is refused goes back; a mixed one is no longer so", () => {
    const mixed = signal(true);
    const page = show(
      <input type="checkbox" value={() => "v"} checked={() => false} indeterminate={mixed} onChange={() => {}} />,
    );
    expect(properties(page.sends("input", "change", { v: "v", c: true }))).toEqual([
      ["checked", false],
      ["indeterminate", true],
    ]);
    mixed.set(false);
    page.turn();
    expect(properties(page.sends("input", "change", { v: "v", c: false }))).toEqual([]);
  });

  it.each(["a name", "no name"])("V42: a radio button that is refused goes back with its group, with %s", (how) => {
    const choice = signal("a");
    const props = how === "a name" ? { name: "group" } : {};
    const page = show(
      <p>
        <input type="radio" value="a" bind={choice} {...props} />
        <input type="radio" value="b" bind={choice} {...props} onChange={() => void choice.set("a")} />
      </p>,
    );
    expect(page.sends("input value=b", "change", { v: "b", c: true })).toEqual([
      [Op.Property, 3, "checked", true],
      [Op.Property, 4, "checked", false],
    ]);
  });

  it("V42: a details whose source disagrees is closed again", () => {
    const open = signal(false);
    const page = show(<details open={open} onToggle={() => {}} />);
    expect(page.sends("details", "toggle", { o: true })).toEqual([[Op.Attribute, 3, "open", null]]);
    const agreeing = show(<details open={open} onToggle={(event) => void open.set(event.open)} />);
    expect(agreeing.sends("details", "toggle", { o: true })).toEqual([]);
  });

  it("V43: while an asynchronous handler runs it is not corrected; when it settles, it is", async () => {
    const text = signal("a");
    const finish: (() => void)[] = [];
    const page = show(
      <input
        value={text}
        onInput={({ value }) =>
          new Promise<void>((resolve) => finish.push(resolve)).then(() => void text.set(value.toUpperCase()))
        }
      />,
    );
    expect(page.sends("input", "input", { v: "b" })).toEqual([]);
    expect(page.sends("input", "input", { v: "bc" })).toEqual([]);
    expect(page.html).toBe(`<input value="bc">`);
    finish[0]!();
    expect(await page.settle()).toEqual([]);
    finish[1]!();
    expect(await page.settle()).toEqual([[Op.Property, 3, "value", "BC"]]);
  });

  it("V43: also when it fails; and one that has gone is not", async () => {
    const on = signal(true);
    const page = show(
      <Show when={on}>
        <input value={() => "fixed"} onInput={() => Promise.reject(new Error("no"))} />
      </Show>,
    );
    const outcome = page.fire("input", "input", { v: "b" }) as { result: Promise<unknown> };
    await expect(outcome.result).rejects.toThrow("no");
    expect(properties(await page.settle())).toEqual([["value", "fixed"]]);
    const late = page.fire("input", "input", { v: "c" }) as { result: Promise<unknown> };
    page.turn(() => on.set(false));
    await expect(late.result).rejects.toThrow("no");
    expect(await page.settle()).toEqual([]);
  });
});

describe("several clients", () => {
  it("V44: what one enters is shown to the others", () => {
    const text = signal("a");
    const open = signal(false);
    const page = show(
      <>
        <input bind={text} />
        <details bind={open} />
        <input type="number" value={() => 1} onInput={() => {}} name="n" />
      </>,
    );
    page.alone = false;
    expect(page.sends("input", "input", { v: "b" })).toEqual([[Op.Property, 3, "value", "b"]]);
    expect(page.sends("details", "toggle", { o: true })).toEqual([[Op.Attribute, 4, "open", true]]);
    expect(page.sends("input name=n", "input", { v: "1.0" })).toEqual([[Op.Property, 5, "value", "1.0"]]);
  });

  it("V44: and what it is corrected to", () => {
    const page = show(<input value={() => "a"} onInput={() => {}} />);
    page.alone = false;
    expect(properties(page.sends("input", "input", { v: "b" }))).toEqual([
      ["value", "b"],
      ["value", "a"],
    ]);
  });

  it("V44: one that joins while a handler runs sees what was entered", () => {
    const page = show(<input value={() => "a"} onInput={() => new Promise<void>(() => {})} />);
    page.alone = false;
    page.sends("input", "input", { v: "b" });
    expect(page.view.wholeScreen().at(-1)![1]).toEqual([expect.any(Number), 3, "b"]);
  });
});
