import { describe, expect, it } from "vitest";
import { For, Show, signal } from "tandem";
import { TestSession, type TestClient } from "../support/test-session.ts";

/** What handlers heard, in order. */
function recorder() {
  const heard: unknown[] = [];
  return { heard, hear: (what: unknown) => void heard.push(what) };
}

function enter(root: () => unknown, options: ConstructorParameters<typeof TestSession>[1] = {}) {
  const app = new TestSession(root as never, options);
  const client = app.connect();
  const refused = () => app.log.map(({ event }) => event).filter((event) => event.startsWith("event/"));
  return { app, client, refused };
}

const input = (client: TestClient, id: number, payload: object) => {
  client.event(id, "input", payload);
  client.event(id, "change", payload);
};

describe("a forged event", () => {
  it("X10: an id of another session means nothing", () => {
    const [mine, theirs] = [recorder(), recorder()];
    const one = enter(() => <button onClick={() => mine.hear("mine")}>Mine</button>);
    const many = Array.from({ length: 50 }, (_, n) => <button onClick={() => theirs.hear(n)}>{String(n)}</button>);
    const two = enter(() => <main>{many}</main>);
    const foreign = two.app.idOf("button", 49);
    one.client.event(foreign, "click");
    expect([mine.heard, theirs.heard]).toEqual([[], []]);
    // The same number, where both have it: the line decides.
    one.client.event(one.app.idOf("button"), "click");
    expect([mine.heard, theirs.heard]).toEqual([["mine"], []]);
    expect(one.refused()).toEqual(["event/no-handler"]);
  });

  it("X11: an element that is gone, be it removed, replaced or filtered out, hears nothing more", () => {
    const { heard, hear } = recorder();
    const shown = signal(true);
    const rows = signal(["a", "b"]);
    const { app, client, refused } = enter(() => (
      <main>
        <Show when={shown}>
          <button onClick={() => hear("shown")}>x</button>
        </Show>
        <ul>
          <For each={rows}>{(row) => <li onClick={() => hear(row)}>{row}</li>}</For>
        </ul>
      </main>
    ));
    const ids = [app.idOf("button"), app.idOf("li", 0), app.idOf("li", 1)];
    app.session.run(() => {
      shown.value = false;
      rows.value = [];
    });
    app.session.run(() => {
      shown.value = true;
      rows.value = ["a", "b"];
    });
    for (const id of ids) client.event(id, "click");
    expect(heard).toEqual([]);
    expect(refused()).toEqual(["event/no-handler", "event/no-handler", "event/no-handler"]);
    expect(ids).not.toContain(app.idOf("button"));
    client.event(app.idOf("li", 1), "click");
    expect(heard).toEqual(["b"]);
  });

  it("X11: one that arrives in the turn after its control went is too late", () => {
    const { heard, hear } = recorder();
    const open = signal(true);
    const { app, client } = enter(() => (
      <Show when={open}>
        <button
          onClick={() => {
            hear("once");
            open.value = false;
          }}
        >
          Pay
        </button>
      </Show>
    ));
    const id = app.idOf("button");
    client.event(id, "click");
    client.event(id, "click");
    expect(heard).toEqual(["once"]);
  });

  it("X12: nothing reaches a disabled control, however it is disabled", () => {
    const { heard, hear } = recorder();
    const off = signal(true);
    const { app, client, refused } = enter(() => (
      <main>
        <button disabled onClick={() => hear("fixed")}>
          x
        </button>
        <button disabled={off} onClick={() => hear("live")}>
          x
        </button>
        <fieldset disabled={() => off.value}>
          <div>
            <button onClick={() => hear("within")}>x</button>
            <input onInput={() => hear("input")} onFocus={() => hear("focus")} onKeyDown={() => hear("key")} />
            <input type="checkbox" onChange={() => hear("checkbox")} />
            <select onChange={() => hear("select")}>
              <option>a</option>
            </select>
            <textarea onInput={() => hear("textarea")} />
          </div>
        </fieldset>
      </main>
    ));
    const forge = () => {
      for (const which of [0, 1, 2]) client.event(app.idOf("button", which), "click");
      for (const type of ["input", "focus", "keydown"]) client.event(app.idOf("input", 0), type, { v: "x" });
      client.event(app.idOf("input", 1), "change", { c: true });
      client.event(app.idOf("select"), "change", { v: "a" });
      client.event(app.idOf("textarea"), "input", { v: "x" });
    };
    forge();
    expect(heard).toEqual([]);
    expect(new Set(refused())).toEqual(new Set(["event/disabled"]));
    app.session.run(() => (off.value = false));
    forge();
    expect(heard).toEqual(["live", "within", "input", "focus", "key", "checkbox", "select", "textarea"]);
  });

  it("X12: a control that a handler disables is disabled for the next event, seen or not", () => {
    const paid = signal(false);
    const times = signal(0);
    const pay = () => {
      times.value++;
      paid.value = true;
    };
    const { app, client } = enter(() => (
      <button disabled={paid} onClick={pay}>
        Pay
      </button>
    ));
    // Both were sent before the first answer came.
    for (let n = 1; n <= 2; n++) client.says([n, 0, app.idOf("button"), "click"]);
    expect(times.peek()).toBe(1);
  });

  it("X12: a read-only control takes no input, and hears the rest", () => {
    const { heard, hear } = recorder();
    const fixed = signal("as it is");
    const { app, client, refused } = enter(() => (
      <main>
        <input readonly bind={fixed} onInput={() => hear("input")} onFocus={() => hear("focus")} />
        <textarea readonly bind={fixed} />
      </main>
    ));
    for (const tag of ["input", "textarea"]) input(client, app.idOf(tag), { v: "forged" });
    client.event(app.idOf("input"), "focus", { v: "forged" });
    expect([fixed.peek(), heard]).toEqual(["as it is", ["focus"]]);
    expect(refused()).toContain("event/readonly");
  });
});

describe("a forged value", () => {
  const forgeries = ["purple", "", "RED", "red ", "never", "__proto__", "constructor"];

  it("X13: a select takes one of its options, and no other", () => {
    const colour = signal("red");
    const { heard, hear } = recorder();
    const { app, client } = enter(() => (
      <select bind={colour} onChange={(event) => hear(event.value)}>
        <option>red</option>
        <option value="blue">Blue</option>
        <option disabled>never</option>
        <optgroup disabled label="Not these">
          <option>nor this</option>
        </optgroup>
      </select>
    ));
    const id = app.idOf("select");
    for (const v of [...forgeries, "Blue", "nor this", [], ["red", "blue"], ["purple", "red"]])
      input(client, id, { v });
    input(client, id, {});
    expect([colour.peek(), heard]).toEqual(["red", []]);
    input(client, id, { v: "blue" });
    expect([colour.peek(), heard]).toEqual(["blue", ["blue"]]);
  });

  it("X13: a multiple select takes any of its options, and no other", () => {
    const tags = signal<string[]>([]);
    const { app, client } = enter(() => (
      <select multiple bind={tags}>
        <option>a</option>
        <option>b</option>
      </select>
    ));
    const id = app.idOf("select");
    for (const v of [["c"], ["a", "c"], "c"]) input(client, id, { v });
    expect(tags.peek()).toEqual([]);
    input(client, id, { v: ["a", "b"] });
    expect(tags.peek()).toEqual(["a", "b"]);
    input(client, id, { v: [] });
    expect(tags.peek()).toEqual([]);
  });

  it("X13: options that come and go count as they stand", () => {
    const offered = signal(["a", "b"]);
    const off = signal(false);
    const chosen = signal("a");
    const { app, client } = enter(() => (
      <select bind={chosen}>
        <For each={offered}>{(value) => <option value={value}>{`Option ${value}`}</option>}</For>
        <option value="z" disabled={off}>
          last
        </option>
      </select>
    ));
    const id = app.idOf("select");
    const tries = (v: string) => {
      input(client, id, { v });
      return chosen.peek();
    };
    expect([tries("c"), tries("b"), tries("z")]).toEqual(["a", "b", "z"]);
    app.session.run(() => {
      offered.value = ["c"];
      off.value = true;
      chosen.value = "c";
    });
    expect([tries("a"), tries("b"), tries("z"), tries("c")]).toEqual(["c", "c", "c", "c"]);
  });

  it("X14: a radio button stands for its own value", () => {
    const { heard, hear } = recorder();
    const bound = signal("a");
    const live = signal("x");
    const { app, client, refused } = enter(() => (
      <main>
        {["a", "b"].map((value) => (
          <input type="radio" name="bound" value={value} bind={bound} onChange={(event) => hear(event.value)} />
        ))}
        <input type="radio" name="bare" value="c" onChange={(event) => hear(event.value)} />
        <input type="radio" name="live" value={live} onChange={(event) => hear(event.value)} />
        <input type="checkbox" value="yes" onChange={(event) => hear(event.value)} />
        <input type="checkbox" onChange={(event) => hear(event.value)} />
      </main>
    ));
    for (let which = 0; which < 6; which++) {
      // The last has no value of its own.
      const lies = [...forgeries, ["a", "b"]].filter((v) => which < 5 || v !== "");
      for (const v of lies) client.event(app.idOf("input", which), "change", { v, c: true });
    }
    for (let which = 0; which < 5; which++) client.event(app.idOf("input", which), "change", { c: true });
    expect([heard, bound.peek()]).toEqual([[], "a"]);
    expect(new Set(refused())).toEqual(new Set(["event/not-offered"]));
    app.session.run(() => (live.value = "y"));
    const honest = ["a", "b", "c", "y", "yes"];
    honest.forEach((v, which) => client.event(app.idOf("input", which), "change", { v, c: true }));
    client.event(app.idOf("input", 5), "change", { c: true });
    expect([heard, bound.peek()]).toEqual([[...honest, ""], "b"]);
    client.event(app.idOf("input", 3), "change", { v: "x", c: true });
    expect(heard).toHaveLength(6);
  });

  it("X15: a refused choice stays refused while a handler is under way", async () => {
    const { heard, hear } = recorder();
    const colour = signal("red");
    let resolve = () => {};
    const promise = new Promise<void>((settle) => (resolve = settle));
    const { app, client } = enter(() => (
      <select
        bind={colour}
        onInput={(event) => {
          hear(event.value);
          return promise;
        }}
      >
        <option>red</option>
        <option>blue</option>
      </select>
    ));
    const id = app.idOf("select");
    client.event(id, "input", { v: "blue" });
    for (let times = 0; times < 3; times++) client.event(id, "input", { v: "purple" });
    expect([heard, colour.peek()]).toEqual([["blue"], "blue"]);
    resolve();
    await app.settled();
    expect([heard, colour.peek()]).toEqual([["blue"], "blue"]);
  });
});

describe("a name with a meaning of its own", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

  it("X16: as type, field or key it means nothing, and reaches no prototype", () => {
    const { heard, hear } = recorder();
    const { app, client } = enter(() => (
      <main>
        <form onSubmit={(event) => hear(event.data.values)}>
          <input name="a" />
        </form>
        <div on:thing={(event) => hear(Object.assign({}, event.detail))} />
      </main>
    ));
    const [form, div] = [app.idOf("form"), app.idOf("div")];
    const send = (n: number, id: number, rest: string) => client.saysText(`[${n},0,${id},${rest}]`);
    let n = 0;
    for (const name of names) send(++n, div, `"${name}",{}`);
    send(++n, div, '"thing",{"__proto__":{"d":{"polluted":1}}}');
    send(++n, div, '"thing",{"d":{"__proto__":{"polluted":1},"a":{"\\u005f_proto__":{"polluted":1}}}}');
    send(++n, div, '"thing",{"d":{"constructor":{"prototype":{"polluted":1}}}}');
    send(++n, form, `"submit",{"f":${JSON.stringify(names.map((name) => [name, "1"]))},"by":"__proto__"}`);
    expect(client.closed).toBeUndefined();
    expect(heard).toEqual([
      {},
      { a: {} },
      { constructor: { prototype: { polluted: 1 } } },
      expect.objectContaining({ constructor: "1", toString: "1" }),
    ]);
    expect(Object.hasOwn(heard.at(-1) as object, "__proto__")).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
