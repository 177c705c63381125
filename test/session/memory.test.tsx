import { describe, expect, it } from "vitest";
import { app } from "../../src/session/app.ts";
import { currentSession } from "../../src/session/current.ts";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { Show } from "../../src/view/flow/show.ts";
import { signal } from "../../src/reactive/signal.ts";
import { mount } from "../../src/testing/mount.ts";
import { TestSession } from "../support/test-session.ts";

declare module "tandem" {
  interface SessionLocal {
    visits: number;
  }
}

class User {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
class Admin extends User {}
class Basket {}

const bare = (options = {}) => new TestSession(() => <p />, options);

describe("local", () => {
  it("A1: unset is undefined; in, delete, keys and for…of work", () => {
    const { local } = bare().session;
    expect([local.visits, local["other"], "visits" in local, [...local]]).toEqual([undefined, undefined, false, []]);
    local.visits = 1;
    local[7] = "seven";
    expect([local.visits, local["7"], "visits" in local]).toEqual([1, "seven", true]);
    expect([...local]).toEqual(["7", "visits"]);
    expect(Object.keys(local)).toEqual(["7", "visits"]);
    delete local["visits"];
    expect(["visits" in local, local.visits, [...local]]).toEqual([false, undefined, ["7"]]);
  });

  it("A2: names of JavaScript's own are names like others", () => {
    const { local } = bare().session;
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      expect(name in local).toBe(false);
      local[name] = name;
      expect(local[name]).toBe(name);
    }
    expect([...local]).toEqual(["constructor", "__proto__", "toString", "hasOwnProperty"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBe(undefined);
  });

  it("A3: each session has its own", () => {
    const [one, two] = [bare().session, bare().session];
    one.local.visits = 1;
    two.local.visits = 2;
    expect([one.local.visits, two.local.visits]).toEqual([1, 2]);
  });
});

describe("attachments", () => {
  it("A4: the one attached last is found by its class", () => {
    const { session } = bare();
    expect(session.has(User)).toBe(false);
    const ada = session.attach(new User("Ada"));
    expect(session.get(User)).toBe(ada);
    const bob = session.attach(new User("Bob"));
    expect([session.get(User), session.has(User)]).toEqual([bob, true]);
    expect(session.detach(User)).toBe(bob);
    expect(session.has(User)).toBe(false);
  });

  it("A5: what is not attached is named, with what may have been meant", () => {
    class Uset {}
    const { session } = bare();
    expect(() => session.get(User)).toThrow(/a User attached .* session\.attach\(new User/);
    expect(() => session.detach(User)).toThrow(expect.objectContaining({ code: "memory/not-attached" }));
    session.attach(new User("Ada"));
    expect(() => session.get(Uset)).toThrow(/Did you mean User\?/);
    expect(() => session.get(Admin)).toThrow(/A User is, but attachments are found by their exact class/);
    expect(() => session.get("User" as never)).toThrow(/the class of an attachment/);
  });

  it("A6: a class is not found by its base, nor the base by it", () => {
    const { session } = bare();
    session.attach(new Admin("root"));
    expect([session.has(User), session.has(Admin)]).toEqual([false, true]);
    session.detach(Admin);
    session.attach(new User("Ada"));
    expect([session.has(User), session.has(Admin)]).toEqual([true, false]);
  });

  it("A7: bindings, computeds and effects follow what they got, or failed to get", () => {
    const runs: string[] = [];
    const test = new TestSession(() => {
      const session = currentSession();
      const name = computed(() => session.get(User).name);
      effect(() => {
        try {
          runs.push(name.value);
        } catch {
          runs.push("missing");
        }
      });
      effect(() => void runs.push(`basket ${session.has(Basket)}`));
      return <p>{() => (session.has(User) ? session.get(User).name : "nobody")}</p>;
    });
    const { session } = test;
    const change = (fn: () => unknown) => {
      runs.length = 0;
      session.run(fn);
      return [runs.join(), test.html.replace(/<[^>]*>/g, "")];
    };
    expect(runs).toEqual(["missing", "basket false"]);
    expect(change(() => session.attach(new User("Ada")))).toEqual(["Ada", "Ada"]);
    expect(change(() => session.attach(new User("Bob")))).toEqual(["Bob", "Bob"]);
    expect(change(() => session.attach(new Basket()))).toEqual(["basket true", "Bob"]);
    expect(change(() => session.detach(User))).toEqual(["missing", "nobody"]);
  });

  it("A8: a component's body takes what is there, without a warning", () => {
    const test = new TestSession(() => <p>{currentSession().get(User).name}</p>, {
      development: true,
      app: { attachments: [new User("Ada")] },
    });
    expect(test.html).toContain("Ada");
    expect(test.log).toEqual([]);
  });

  it.each([[1], ["text"], [null], [undefined], [{}], [Object.create(null)], [[]], [() => {}], [User]])(
    "A9: %o cannot be attached",
    (value) => {
      expect(() => bare().session.attach(value as object)).toThrow(
        expect.objectContaining({ code: "memory/not-an-instance" }),
      );
    },
  );

  it("A10: the app's attachments are in every session, which can change its own", () => {
    const ada = new User("Ada");
    const options = { app: { attachments: [ada] } };
    const [one, two] = [bare(options).session, bare(options).session];
    expect([one.get(User), two.get(User)]).toEqual([ada, ada]);
    one.attach(new User("Bob"));
    two.detach(User);
    expect([one.get(User).name, two.has(User)]).toEqual(["Bob", false]);
    expect(bare(options).session.get(User)).toBe(ada);
    expect(() => app(() => null, { attachment: [] } as never)).toThrow(/Did you mean "attachments"/);
  });
});

/** A form of every kind of control, bound by name. */
const Everything = () => (
  <form>
    <input bind="text" value="Ada" />
    <input type="date" bind="day" value="2026-01-01" />
    <input type="number" bind="amount" value={3} />
    <input type="range" bind="volume" />
    <input type="checkbox" bind="agreed" checked value="yes" />
    <input type="radio" bind="size" value="S" />
    <input type="radio" bind="size" value="M" checked />
    <select bind="country">
      <option disabled>Choose</option>
      <optgroup label="Europe">
        <option value="CH">Switzerland</option>
        <option>Iceland</option>
      </optgroup>
    </select>
    <select bind="countries" multiple value={["IS"]}>
      <option value="CH">Switzerland</option>
      <option value="IS">Iceland</option>
    </select>
    <textarea bind="note" value={() => "now"} />
    <details bind="more" open>
      <p>More</p>
    </details>
  </form>
);

const NAMES = ["text", "day", "amount", "volume", "agreed", "size", "country", "countries", "note", "more"];
const FIRST = ["Ada", "2026-01-01", 3, 50, true, "M", "CH", ["IS"], "now", true];

describe("inputs by name", () => {
  const values = ({ session }: TestSession) => NAMES.map((name) => session.input(name).peek());

  it("A20, A21: every kind of control has its id and its first value as soon as it is built", () => {
    const seen: unknown[] = [];
    const test = new TestSession(() => {
      const form = (
        <main>
          <Everything />
          {() => NAMES.map((name) => void seen.push(currentSession().input(name).value))}
        </main>
      );
      return form;
    });
    expect(seen).toEqual(FIRST);
    expect(values(test)).toEqual(FIRST);
    const painted = test.html;
    for (const name of NAMES.filter((other) => other !== "size")) expect(painted).toMatch(new RegExp(` id="${name}"`));
    expect(painted.match(/ name="size"/g)).toHaveLength(2);
    expect(painted).toMatch(/name="size" checked="" value="M"/);
    expect(painted).toMatch(/id="text"[^>]* value="Ada"/);
    expect(painted).toMatch(/<details[^>]* open/);
  });

  it("A20: what the person enters is read as its kind", async () => {
    await using page = await mount(Everything);
    const { screen, user, session } = page;
    const input = (name: string) => session.input(name).peek();
    await user.clear(screen.getByDisplayValue("Ada"));
    await user.type(page.document.getElementById("text")!, "Bob");
    await user.clear(page.document.getElementById("amount")!);
    expect([input("text"), input("amount")]).toEqual(["Bob", null]);
    await user.type(page.document.getElementById("amount")!, "4.5");
    await user.click(page.document.getElementById("agreed")!);
    await user.click(page.document.querySelector('[value="S"]')!);
    await user.selectOptions(page.document.getElementById("country")!, "Iceland");
    await user.selectOptions(page.document.getElementById("countries")!, "CH");
    expect(["amount", "agreed", "size", "country", "countries"].map(input)).toEqual([
      4.5,
      false,
      "S",
      "Iceland",
      ["CH", "IS"],
    ]);
    page.expectInStep();
  });

  it("A23: unset is undefined, and isSet follows only whether there is a value", () => {
    const runs: unknown[] = [];
    const shown = signal(false);
    const test = new TestSession(() => {
      const name = currentSession().input("name");
      effect(() => void runs.push(name.isSet));
      return <Show when={shown}>{() => <input bind="name" value="a" />}</Show>;
    });
    const { session } = test;
    expect([session.input("name").value, session.input("name").isSet, runs]).toEqual([undefined, false, [false]]);
    session.run(() => (shown.value = true));
    expect(runs).toEqual([false, true]);
    session.run(() => session.setInput("name", "b"));
    expect([session.input("name").value, runs]).toEqual(["b", [false, true]]);
  });

  it("A24: a read that finds nothing by the end of the flush is warned of once, in development", () => {
    const Form = () => (
      <main>
        {currentSession().input("name")}
        {currentSession().input("nmae")}
        <input bind="name" value="x" />
        <input type="radio" bind="size" value="S" />
        {currentSession().input("size")}
      </main>
    );
    const test = new TestSession(Form, { development: true });
    test.session.run(() => test.session.setInput("name", "y"));
    void test.session.input("nmae").value;
    test.session.flush();
    expect(test.events("memory/unset-input").map(({ message }) => message)).toEqual([
      expect.stringMatching(/bind="nmae".*Did you mean "name"\?/),
    ]);
    expect(new TestSession(Form).log).toEqual([]);
  });

  it("A25: only setInput writes it, what is there, and what its control can hold", () => {
    const test = new TestSession(Everything);
    const { session } = test;
    expect(() => Object.assign(session.input("text"), { value: "x" })).toThrow(/setInput\("text", value\)/);
    expect(() => session.setInput("txt", "x")).toThrow(/Did you mean "text"\?/);
    for (const [id, value] of [
      ["text", 1],
      ["amount", "1"],
      ["amount", NaN],
      ["agreed", "on"],
      ["countries", "CH"],
      ["text", undefined],
    ] as const) {
      expect(() => session.setInput(id, value as never)).toThrow(
        expect.objectContaining({ code: "memory/input-value" }),
      );
    }
    const client = test.connect();
    session.run(() => {
      session.setInput("text", "Cy");
      session.setInput("agreed", false);
      session.setInput("size", "S");
    });
    expect(client.operations.map((operation) => operation.slice(2))).toEqual([
      ["value", "Cy"],
      ["checked", false],
      ["checked", true],
      ["checked", false],
    ]);
  });

  it("A26: the value outlives its control, but not another kind", () => {
    const kind = signal("text");
    const test = new TestSession(() => (
      <p>
        {() =>
          kind.value === "text" ? (
            <input bind="it" value="first" />
          ) : kind.value === "box" ? (
            <input type="checkbox" bind="it" />
          ) : null
        }
      </p>
    ));
    const { session } = test;
    session.run(() => session.setInput("it", "second"));
    session.run(() => (kind.value = "none"));
    expect(session.input("it").peek()).toBe("second");
    session.run(() => (kind.value = "text"));
    expect(test.html).toContain('value="second"');
    session.run(() => (kind.value = "box"));
    expect(session.input("it").peek()).toBe(false);
  });

  it("A27: clients cannot say what a control could not", () => {
    const test = new TestSession(() => (
      <form>
        <input bind="off" value="a" disabled />
        <select bind="choice">
          <option>one</option>
        </select>
      </form>
    ));
    const client = test.connect();
    client.event(test.idOf("input"), "input", { v: "forged" });
    client.event(test.idOf("select"), "input", { v: "two" });
    expect([test.session.input("off").peek(), test.session.input("choice").peek()]).toEqual(["a", "one"]);
  });

  it("A29: two controls of one name are warned of, unless one makes way for the other", () => {
    const shown = signal("one");
    const test = new TestSession(
      () => (
        <main>
          <input type="radio" bind="size" value="S" />
          <input type="radio" bind="size" value="M" />
          {() => (shown.value === "none" ? null : <input bind="name" value={shown.value} />)}
          {() => (shown.value === "both" ? <textarea bind="name" /> : null)}
        </main>
      ),
      { development: true },
    );
    const show = (what: string) => test.session.run(() => (shown.value = what));
    for (const what of ["two", "none", "one"]) show(what);
    expect(test.log).toEqual([]);
    for (const what of ["both", "one", "both"]) show(what);
    expect(test.events("memory/input-twice").map(({ message }) => message)).toEqual([
      expect.stringMatching(/one control with bind="name", but there are several/),
    ]);
  });

  it("A28: bind by name is refused where nothing is held, and with another id", () => {
    const errors: string[] = [];
    const report = (root: () => never) =>
      new TestSession(root, { app: { onError: (error) => errors.push((error as { code: string }).code) } });
    report(() => (<input {...({ type: "file", bind: "f" } as object)} />) as never);
    report(() => (<p {...({ bind: "p" } as object)} />) as never);
    report(() => (<input {...({ bind: "i", id: "other" } as object)} />) as never);
    expect(errors).toEqual(["view/bad-bind", "view/bad-bind", "view/given-twice"]);
  });
});
