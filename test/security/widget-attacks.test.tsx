import { describe, expect, it } from "vitest";
import { Show, signal, type Component } from "tandem";
import { ask, Output } from "tandem/flow";
import {
  Chat,
  Combobox,
  createChat,
  createForm,
  createLog,
  DataTable,
  Form,
  JsonViewer,
  LogViewer,
  Menu,
  NumberInput,
  PasswordInput,
  rowSource,
  SubmitButton,
  TagsInput,
  TextInput,
  type ChatThread,
  type Filters,
  type RowKey,
} from "tandem/ui";
import { GRID_LIMITS } from "../../src/protocol/grid.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { deferred } from "../support/promises.ts";
import { TestSession, type TestClient } from "../support/test-session.ts";

function open(root: () => unknown) {
  const test = new TestSession(root as Component, { limits: { eventBurst: 1e9, eventsPerSecond: 1e9 } });
  return { test, client: test.connect() };
}

let tags = 0;
async function request(client: TestClient, name: string, args: unknown): Promise<unknown[]> {
  const tag = ++tags;
  client.word("request", tag, name, args);
  await promisesSettled();
  return client.messages.find((message) => (message as unknown[])[1] === tag) as unknown[];
}

const nameOfGrid = (html: string) => /tandem-grid:[\w-]+/.exec(html)![0];

describe("what may not be changed", () => {
  it("X19: takes nothing that was refused before, though it would be allowed by now", () => {
    const [value, readonly, most] = [signal("ok"), signal(false), signal(2)];
    const tooLong = (text: string) => (text.length > most.value ? "Too long." : undefined);
    const { test, client } = open(() => <TextInput label="Name" bind={value} readonly={readonly} validate={tooLong} />);
    client.event(test.idOf("input"), "input", { v: "longer" });
    test.session.run(() => {
      readonly.value = true;
      most.value = 9;
    });
    client.event(test.idOf("input"), "blur");
    expect(value.peek()).toBe("ok");
  });

  it("X19: stays the option it is when it is left, also where another is called the same", () => {
    const value = signal<number | null>(2);
    const options = [1, 2].map((of) => ({ value: of, label: "Springfield" }));
    const { test, client } = open(() => <Combobox label="Town" bind={value} options={options} readonly />);
    for (const type of ["focus", "blur"]) client.event(test.idOf("input"), type);
    expect(value.peek()).toBe(2);
  });

  it("X19: is a number between two steps, however near it is to one", () => {
    const value = signal<number | null>(4);
    const { test, client } = open(() => <NumberInput label="Count" bind={value} step={2} min={2} />);
    for (const v of ["4.0000000001", "3.9999999999", "1000000000000000.5", "5"])
      client.event(test.idOf("input"), "input", { v });
    expect(value.peek()).toBe(4);
    client.event(test.idOf("input"), "input", { v: "1000000000000002" });
    expect(value.peek()).toBe(1_000_000_000_000_002);
  });

  it("X19: is also the filter of a table that is disabled, where it leaves no rows", () => {
    const [filter, off] = [signal<Filters>({ name: "none" }), signal(true)];
    const { test, client } = open(() => (
      <DataTable
        label="Rows"
        rows={[{ id: 1, name: "a" }]}
        columns={[{ key: "name" }]}
        filter={filter}
        disabled={off}
      />
    ));
    const clear = test.idOf('button data-size="small"');
    client.event(clear, "click");
    expect(filter.peek()).toEqual({ name: "none" });
    test.session.run(() => (off.value = false));
    client.event(clear, "click");
    expect(filter.peek()).toEqual({});
  });

  it("X19: is also what is in a menu that is disabled", () => {
    const heard: string[] = [];
    const off = signal(false);
    const items = [{ label: "Delete", onSelect: () => heard.push("deleted") }];
    const { test, client } = open(() => <Menu label="More" items={items} disabled={off} />);
    const id = test.idOf('button role="menuitem"');
    test.session.run(() => (off.value = true));
    client.event(id, "click");
    expect(heard).toEqual([]);
  });

  it("X19: is also what was said in a chat that is disabled", async () => {
    const off = signal(false);
    let chat!: ChatThread;
    const { test, client } = open(() => {
      chat = createChat({
        // eslint-disable-next-line typescript/require-await
        async *reply() {
          yield "Yes.";
        },
      });
      return <Chat chat={chat} label="Helper" disabled={off} />;
    });
    test.session.run(() => chat.send("first"));
    await promisesSettled();
    const before = JSON.stringify(chat.messages());
    client.event(test.idOf('button aria-label="Edit"'), "click");
    test.session.run(() => (off.value = true));
    client.event(test.idOf("textarea"), "input", { v: "forged" });
    client.event(test.idOf("form"), "submit", { f: [] });
    client.event(test.idOf('button aria-label="Answer again"'), "click");
    await promisesSettled();
    expect([chat.entries.peek().length, JSON.stringify(chat.messages())]).toEqual([2, before]);
  });
});

describe("what a page can say without end", () => {
  it("X7: rows that are not there are not kept as chosen", async () => {
    const selected = signal<readonly RowKey[]>([]);
    const rows = [{ id: 1 }, { id: 2 }];
    const { test, client } = open(() => (
      <DataTable virtual label="Rows" rows={rows} columns={[{ key: "id" }]} selection="rows" selected={selected} />
    ));
    const name = nameOfGrid(test.html);
    for (let turn = 0; turn < 20; turn++) {
      const keys = Array.from({ length: GRID_LIMITS.keys }, (_, at) => `${turn} ${at}`);
      expect((await request(client, name, ["choose", keys, []]))[2]).toBe(true);
    }
    await request(client, name, ["choose", [1, 1, 2, 1], []]);
    expect(selected.peek()).toEqual([1, 2]);
  });

  it("X7: tags end at some number, whether or not the app says one", () => {
    const [free, few] = [signal<string[]>([]), signal<string[]>([])];
    const { test, client } = open(() => [
      <TagsInput label="Free" bind={free} />,
      <TagsInput label="Few" bind={few} max={3} />,
    ]);
    for (let turn = 0; turn < 5; turn++) {
      const d = Array.from({ length: 1_000 }, (_, at) => `${turn} ${at}`);
      for (const which of [0, 1]) client.event(test.idOf("tandem-tags", which), "tandem-tags", { d });
    }
    expect(free.peek().length).toBeLessThanOrEqual(1_100);
    expect(few.peek()).toEqual([]);
    expect(test.html.match(/<li/g)!.length).toBeLessThanOrEqual(1_300);
  });

  it("X7: requests to a widget that is gone, disabled or of another session come to nothing", async () => {
    const [isThere, off] = [signal(true), signal(true)];
    const rows = [{ id: 1, name: "a" }];
    const edits: unknown[] = [];
    const columns = [{ key: "id" }, { key: "name", editable: true }] as const;
    const table = () => (
      <DataTable
        virtual
        label="Rows"
        rows={rows}
        columns={columns}
        disabled={off}
        onEdit={({ value }) => void edits.push(value)}
      />
    );
    const { test, client } = open(() => <Show when={isThere}>{table}</Show>);
    const other = open(() => <p>Nothing</p>);
    const name = nameOfGrid(test.html);
    const edit = ["edit", [[1, "name", "forged"]]];
    expect((await request(client, name, edit))[2]).toBe(false);
    expect((await request(other.client, name, edit))[2]).toBe(false);
    test.session.run(() => (off.value = false));
    for (const args of [
      ["edit", [[1, "id", 2]]],
      ["edit", [[9, "name", "x"]]],
      ["edit", [[1, "__proto__", "x"]]],
    ])
      expect(JSON.stringify(await request(client, name, args))).toContain("not");
    for (const args of [
      ["rows", -1, 5],
      ["rows", 0, 1e9],
      ["rows", 0.5, 2],
      ["rows", "0", "1"],
      ["rows", 5, 5],
      [],
      [[]],
    ])
      expect((await request(client, name, args))[2]).toBe(false);
    test.session.run(() => (isThere.value = false));
    expect((await request(client, name, edit))[2]).toBe(false);
    expect(edits).toEqual([]);
  });
});

describe("what is nobody's fault", () => {
  it("X34: who is gone before a text is copied for them is no error of the app's", async () => {
    const errors: unknown[] = [];
    const test = new TestSession(
      () => [
        <LogViewer log={createLog()} label="Log" />,
        <JsonViewer label="Tree" value={{ a: 1 }} />,
        <Chat
          label="Chat"
          chat={createChat({ reply: async function* () {}, messages: [{ role: "assistant", text: "Hi" }] })}
        />,
      ],
      { app: { onError: (error) => void errors.push(error) } },
    );
    const id = test.session.addClient();
    const client = test.attach(id);
    client.event(test.idOf('button aria-label="Copy lines"'), "click");
    client.event(test.idOf('button aria-label="Copy"'), "click");
    await promisesSettled();
    expect(JSON.stringify(client.messages).match(/"clip"/g)).toHaveLength(2);
    // It comes back as another page would, which knows nothing of the calls; and another does not answer at all.
    client.drop();
    const again = test.attach(id, -1);
    again.saysText(`[3,0,${test.idOf('button aria-label="Copy lines"')},"click",{}]`);
    await test.clock.advanceAsync(60_000);
    expect(errors).toEqual([]);
  });

  it("X34: a row is chosen and changed by its own key alone", async () => {
    const selected = signal<readonly RowKey[]>([]);
    const rows = new Map([1, 2].map((id) => [id, { id, name: "a" }]));
    const edits: unknown[] = [];
    const source = rowSource<{ id: number; name: string }>({
      key: "id",
      rows: () => [...rows.values()],
      count: () => rows.size,
      find: (key) => rows.get(Number(key)),
    });
    const { test, client } = open(() => (
      <DataTable
        virtual
        label="Rows"
        rows={source}
        columns={[{ key: "name", editable: true }]}
        selection="rows"
        selected={selected}
        onEdit={(edit) => void edits.push(edit.key)}
      />
    ));
    const name = nameOfGrid(test.html);
    await request(client, name, ["choose", ["1", "01", "1.0", 2, " 2"], []]);
    expect(selected.peek()).toEqual([2]);
    const [, , , results] = await request(client, name, [
      "edit",
      [
        ["01", "name", "forged"],
        [1, "name", "b"],
      ],
    ]);
    expect([results, edits]).toEqual([["This row is not there any more.", null], [1]]);
  });
});

describe("a name with a meaning of its own", () => {
  it("X16: is a column like any other of a plain table", () => {
    const names = ["constructor", "toString", "hasOwnProperty", "valueOf"];
    const rows = [{ id: 1, ...Object.fromEntries(names.map((name) => [name, `of ${name}`])) }];
    const types = ["text", "number", "date", "select"] as const;
    const columns = names.map((key, at) => ({ key, type: types[at], options: [`of ${key}`] })) as never;
    const { test } = open(() => <DataTable label="Rows" rows={rows} columns={columns} filters />);
    expect(test.log.filter(({ level }) => level === "error")).toEqual([]);
    expect(test.html).toContain("of constructor");
  });

  it("X16: is a column like any other, and no filter where there is no such column", async () => {
    const names = ["constructor", "toString", "hasOwnProperty", "valueOf"];
    const rows = [{ id: 1, ...Object.fromEntries(names.map((name) => [name, `of ${name}`])) }];
    const columns = names.map((key) => ({ key })) as never;
    const { test, client } = open(() => <DataTable virtual label="Rows" rows={rows} columns={columns} filters />);
    const name = nameOfGrid(test.html);
    const shown = async () => JSON.stringify((await request(client, name, ["rows", 0, 10]))[3]);
    expect(await shown()).toContain("of constructor");
    expect((await request(client, name, ["show", [], { constructor: "of con" }]))[2]).toBe(true);
    expect(await shown()).toContain("of toString");
    client.saysText(`[3,0,"request",999,"${name}",["show",[],{"__proto__":{"polluted":"x"}}]]`);
    await promisesSettled();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("a secret", () => {
  it("X24: that is entered as a password is in no HTML, no frame, no whole screen and no line of the log", () => {
    const [given, shown] = [signal("s3cret-given"), signal(0)];
    const { test, client } = open(() => (
      <main data-turn={shown}>
        <PasswordInput label="Password" bind={given} minLength={4} validate={() => undefined} required />
        <PasswordInput label="Concealed" bind={given} concealed readonly />
      </main>
    ));
    const id = test.idOf("input");
    for (const type of ["input", "change", "blur"]) client.event(id, type, { v: "s3cret-typed" });
    client.event(id, "keydown", { k: "Enter", v: "s3cret-typed" });
    expect(given.peek()).toBe("s3cret-typed");
    client.event(id, "input", { v: "s3c" });
    client.event(id, "input", { v: ["s3cret-list"] });
    test.session.run(() => (given.value = "s3cret-by-app"));
    for (let turn = 0; turn < 3; turn++) test.session.run(() => shown.value++);
    // Another page, and one that comes back for the whole screen.
    const second = test.connect();
    const all = [test.html, client.received, second.received, test.log];
    for (const told of all) expect(JSON.stringify(told)).not.toContain("s3c");
  });
});

describe("a submission", () => {
  it("X25: counts once, however often it is sent while it is under way", async () => {
    const { promise, resolve } = deferred<void>();
    const values: unknown[] = [];
    const { test, client } = open(() => {
      const form = createForm({
        initial: { name: "a" },
        onSubmit: (now) => {
          values.push(now);
          return promise;
        },
      });
      return (
        <Form form={form}>
          <TextInput label="Name" bind={form.fields.name} />
          <SubmitButton>Send</SubmitButton>
        </Form>
      );
    });
    const [form, input] = [test.idOf("form"), test.idOf("input")];
    for (let turn = 0; turn < 20; turn++) {
      client.event(form, "submit", { f: [["__proto__", "x"]], by: "tandem-submit=" });
      client.event(input, "input", { v: "forged" });
    }
    resolve();
    await promisesSettled();
    expect(values).toEqual([{ name: "a" }]);
  });

  it("X25: of a question that is answered, by whichever of its elements, answers no other", async () => {
    const answers: unknown[] = [];
    const { test, client } = open(() => <Output />);
    const first = test.session.run(() => ask.text("First?", { panel: "inline" }));
    void first.then((answer) => answers.push(answer));
    await promisesSettled();
    const old = [...test.html.matchAll(/data-t="(\d+)"/g)].map(([, id]) => Number(id));
    const submit = () => client.event(test.idOf("form"), "submit", { f: [] });
    client.event(test.idOf("input"), "input", { v: "one" });
    submit();
    submit();
    await promisesSettled();
    const second = test.session.run(() =>
      ask.actions("Second?", ["Keep", { label: "Erase", disabled: true }], { panel: "inline" }),
    );
    void second.then((answer) => answers.push(answer));
    await promisesSettled();
    for (const id of old)
      for (const type of ["input", "click", "submit", "keydown", "blur"])
        client.event(id, type, { v: "x", k: "Enter" });
    submit();
    for (const id of test.html.matchAll(/<button data-t="(\d+)"[^>]* disabled/g)) client.event(Number(id[1]), "click");
    submit();
    await promisesSettled();
    expect(answers).toEqual(["one"]);
  });
});
