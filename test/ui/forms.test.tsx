import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, it } from "vitest";
import { For, page, PageView, req, session, Show, signal, UserFacingError, type Signal } from "tandem";
import { createForm, Form, FormError, SubmitButton, TextInput, type FormOf } from "tandem/ui";
import { z } from "zod";
import type { ShownForm } from "../../src/ui/forms/form-view.tsx";
import { deferred } from "../support/promises.ts";
import { TestSession } from "../support/test-session.ts";

const Person = z.object({
  name: z.string().min(2, "At least two letters."),
  age: z.coerce.number<string>().min(18, "Adults only."),
});

/** Builds a form in a session; inputs are found by their labels. */
function open<Made extends ShownForm>(make: () => Made, show: (form: Made) => unknown) {
  let form!: Made;
  const Root = () => {
    form = make();
    return <Form form={form}>{show(form) as never}</Form>;
  };
  const test = new TestSession(Root);
  const client = test.connect();
  const inputOf = (label: string) => {
    const id = new RegExp(`<label[^>]*for="([^"]+)"[^>]*><span[^>]*>(?:<!--\\d+-->)?${label}<`).exec(test.html)?.[1];
    return { id, number: Number(new RegExp(`data-t="(\\d+)"[^>]*id="${id}"`).exec(test.html)?.[1]) };
  };
  const enter = (label: string, text: string) => client.event(inputOf(label).number, "input", { v: text });
  const leave = (label: string) => client.event(inputOf(label).number, "blur");
  const submit = (by?: string) =>
    client.event(test.idOf("form"), "submit", {
      f: [],
      by: by === undefined ? "tandem-submit=" : `tandem-submit=${by}`,
    });
  const said = (label: string) =>
    new RegExp(`id="${inputOf(label).id}-error"[^>]*>(?:<!--\\d+-->)?([^<]*)`).exec(test.html)?.[1] ?? "";
  const formError = () => /role="alert"[^>]*>(?:<!--\d+-->)?([^<]*)/.exec(test.html)?.[1] ?? "";
  const focusedId = () => {
    const call = client.operations.findLast(([code]) => code === 10);
    const tag = new RegExp(`<[^>]*data-ref="${String(call?.[1])}"[^>]*>`).exec(test.html)?.[0] ?? "";
    return / id="([^"]+)"/.exec(tag)?.[1] ?? (tag.includes("alert") ? "error" : "");
  };
  return { form, test, client, inputOf, enter, leave, submit, said, formError, focusedId };
}

function openPerson(onSubmit: (value: z.output<typeof Person>) => unknown = () => {}) {
  return open(
    () => createForm({ schema: Person, initial: { name: "", age: "" }, onSubmit }),
    (form) => (
      <>
        <TextInput label="Name" bind={form.fields.name} maxLength={5} />
        <TextInput label="Age" bind={form.fields.age} required />
        <FormError />
        <SubmitButton>Save</SubmitButton>
      </>
    ),
  );
}

describe("a form", () => {
  it("U140: gives what its schema makes of what was entered, whatever library the schema is of", () => {
    const heard: unknown[] = [];
    const { enter, submit, form } = openPerson((value) => heard.push(value));
    enter("Name", "Ada");
    enter("Age", "36");
    expect(form.values.peek()).toEqual({ name: "Ada", age: "36" });
    submit();
    expect(heard).toEqual([{ name: "Ada", age: 36 }]);
    expect(form.state.peek()).toBe("submitted");

    const byHand: StandardSchemaV1<{ word: string }, string> = {
      "~standard": { version: 1, vendor: "hand", validate: (value) => ({ value: (value as { word: string }).word }) },
    };
    const other = open(
      () => createForm({ schema: byHand, initial: { word: "" }, onSubmit: (word) => heard.push(word) }),
      ({ fields }) => <TextInput label="Word" bind={fields.word} />,
    );
    other.enter("Word", "hello");
    other.submit();
    expect(heard.at(-1)).toBe("hello");
  });

  it("U141: that is wrong is not submitted; what is wrong is said beside its field, and the first one has the focus", () => {
    const heard: unknown[] = [];
    const { enter, submit, said, inputOf, focusedId, form } = openPerson((value) => heard.push(value));
    submit();
    // Where a control complains itself, its words come before those of the schema.
    expect([said("Name"), said("Age")]).toEqual(["At least two letters.", "Please fill this in."]);
    expect(focusedId()).toBe(inputOf("Name").id);
    enter("Age", "17");
    submit();
    expect([said("Name"), said("Age")]).toEqual(["At least two letters.", "Adults only."]);
    expect([focusedId(), form.state.peek(), heard]).toEqual([inputOf("Name").id, "failed", []]);
  });

  it("U141: is not submitted while a control holds something that it does not take, half typed or not", () => {
    const heard: unknown[] = [];
    const { enter, submit, said } = openPerson((value) => heard.push(value));
    enter("Age", "36");
    enter("Name", "Augusta");
    expect(said("Name")).toBe("");
    submit();
    expect([said("Name"), heard]).toEqual(["Please use at most 5 characters.", []]);
  });

  it("U142: says at itself what no field on its screen stands for, and takes the focus there", () => {
    const Range = z
      .object({ from: z.string(), to: z.string(), secret: z.string().min(1, "No secret.") })
      .refine(({ from, to }) => from <= to, "From must come before to.");
    const { enter, submit, formError, focusedId, said } = open(
      () => createForm({ schema: Range, initial: { from: "a", to: "b", secret: "x" } }),
      ({ fields }) => [
        <TextInput label="From" bind={fields.from} />,
        <TextInput label="Secret" bind={fields.secret} class="unused" disabled />,
        <FormError />,
      ],
    );
    enter("From", "c");
    submit();
    expect([formError(), focusedId(), said("From")]).toEqual(["From must come before to.", "error", ""]);
    enter("From", "a");
    submit();
    expect(formError()).toBe("");
  });

  it("U143: says what is wrong with a field once that was left, and not before; it goes when it is right", () => {
    const Twice = z
      .object({ first: z.string().min(1, "Needed."), again: z.string() })
      .refine(({ first, again }) => first === again, { message: "Not the same.", path: ["again"] });
    const { enter, leave, said } = open(
      () => createForm({ schema: Twice, initial: { first: "", again: "" } }),
      ({ fields }) => [
        <TextInput label="First" bind={fields.first} />,
        <TextInput label="Again" bind={fields.again} />,
      ],
    );
    enter("Again", "b");
    expect(said("Again")).toBe("");
    enter("First", "a");
    leave("First");
    expect([said("First"), said("Again")]).toEqual(["", ""]);
    leave("Again");
    expect(said("Again")).toBe("Not the same.");
    enter("First", "b");
    leave("First");
    expect(said("Again")).toBe("");
  });

  it("U144: waits for async checks, says so meanwhile, and drops what came of values that are no more", async () => {
    const asked: [string, ReturnType<typeof deferred<boolean>>][] = [];
    const isFree = (name: string) => {
      const answer = deferred<boolean>();
      asked.push([name, answer]);
      return answer.promise;
    };
    const heard: unknown[] = [];
    const Account: StandardSchemaV1<{ name: string }, { name: string }> = {
      "~standard": {
        version: 1,
        vendor: "hand",
        validate: async (value) => {
          const { name } = value as { name: string };
          return (await isFree(name))
            ? { value: { name } }
            : { issues: [{ message: "Taken.", path: [{ key: "name" }] }] };
        },
      },
    };
    const { form, test, enter, leave, submit, said } = open(
      () => createForm({ schema: Account, initial: { name: "" }, onSubmit: (value) => heard.push(value) }),
      ({ fields }) => [<TextInput label="Name" bind={fields.name} />, <SubmitButton>Go</SubmitButton>],
    );
    enter("Name", "ada");
    leave("Name");
    expect(form.isValidating.peek()).toBe(true);
    enter("Name", "eve");
    leave("Name");
    asked[0]![1].resolve(false);
    await test.settled();
    expect(said("Name")).toBe("");
    asked[1]![1].resolve(false);
    await test.settled();
    expect([said("Name"), form.isValidating.peek()]).toEqual(["Taken.", false]);
    submit();
    expect(form.state.peek()).toBe("submitting");
    asked[2]![1].resolve(true);
    await test.settled();
    expect([asked.map(([name]) => name), heard, form.state.peek()]).toEqual([
      ["ada", "eve", "eve"],
      [{ name: "eve" }],
      "submitted",
    ]);
  });

  it("U144: an app's own check comes after the schema, by field or of all, and is aborted when it is superseded", async () => {
    const signals: AbortSignal[] = [];
    const { form, enter, leave, submit, said, formError, test } = open(
      () =>
        createForm({
          schema: z.object({ name: z.string().min(1, "Needed.") }),
          initial: { name: "" },
          validate: async ({ name }, { signal }) => {
            signals.push(signal);
            if (name === "eve") return { name: "Not Eve." };
            return name === "bob" ? "No Bob at all." : undefined;
          },
        }),
      ({ fields }) => [<TextInput label="Name" bind={fields.name} />, <FormError />],
    );
    submit();
    expect([said("Name"), signals.length]).toEqual(["Needed.", 0]);
    enter("Name", "eve");
    leave("Name");
    leave("Name");
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await test.settled();
    expect(said("Name")).toBe("Not Eve.");
    enter("Name", "bob");
    submit();
    await test.settled();
    expect([formError(), form.state.peek()]).toEqual(["No Bob at all.", "failed"]);
    expect(await test.session.run(() => form.validate())).toBe(false);
    test.session.run(() => (form.fields.name.value.value = "ada"));
    expect(await test.session.run(() => form.validate())).toBe(true);
  });

  it("U145: while it is submitted, nothing in it can be changed or submitted again, whatever a page sends", async () => {
    const saved = deferred<void>();
    const heard: unknown[] = [];
    const { form, enter, submit, test } = openPerson((value) => {
      heard.push(value);
      return saved.promise;
    });
    enter("Name", "Ada");
    enter("Age", "36");
    submit();
    await test.settled();
    expect(form.state.peek()).toBe("submitting");
    expect(test.html).toMatch(/<fieldset[^>]*disabled/);
    expect(test.html).toMatch(/<button[^>]*data-busy=""[^>]*disabled/);
    enter("Name", "Eve");
    submit();
    expect(await test.session.run(() => form.submit())).toBe(false);
    expect([heard.length, form.values.peek().name]).toEqual([1, "Ada"]);
    saved.resolve();
    await test.settled();
    expect(form.state.peek()).toBe("submitted");
    expect(test.html).not.toMatch(/<fieldset[^>]*disabled/);
    enter("Name", "Grace");
    expect(form.state.peek()).toBe("idle");
  });

  it("U146: shows the text of a UserFacingError that onSubmit throws; others are reported, and the person told so", async () => {
    const errors: unknown[] = [new UserFacingError("The post office is closed."), new Error("secret"), "silence"];
    const { form, enter, submit, formError, test } = openPerson(async () => {
      const error = errors.shift();
      if (error === "silence") req(undefined);
      throw error;
    });
    enter("Name", "Ada");
    enter("Age", "36");
    submit();
    await test.settled();
    expect([formError(), form.state.peek()]).toEqual(["The post office is closed.", "failed"]);
    expect(test.events("app/error")).toHaveLength(0);
    submit();
    await test.settled();
    expect([formError(), test.events("app/error").length]).toEqual(["Something went wrong. Please try again.", 1]);
    submit();
    await test.settled();
    expect([formError(), form.state.peek(), test.events("app/error").length]).toEqual(["", "idle", 1]);
  });

  it("U147: what the app says beside fields fails the submission, and stays until something else is entered", () => {
    const { form, enter, leave, submit, said, focusedId, inputOf } = openPerson(() =>
      form.setErrors({ name: "Taken.", age: undefined }),
    );
    enter("Name", "Ada");
    enter("Age", "36");
    submit();
    expect([said("Name"), form.state.peek(), focusedId()]).toEqual(["Taken.", "failed", inputOf("Name").id]);
    leave("Age");
    expect(said("Name")).toBe("Taken.");
    enter("Name", "Eve");
    expect(said("Name")).toBe("");
  });

  it("U148: knows whether something is entered that was not submitted, and resets to what was", () => {
    const { form, enter, leave, submit, said, test } = openPerson();
    expect(form.isDirty.peek()).toBe(false);
    enter("Name", "A");
    leave("Name");
    expect([form.isDirty.peek(), said("Name")]).toEqual([true, "At least two letters."]);
    test.session.run(() => form.reset());
    expect([form.isDirty.peek(), said("Name"), form.values.peek()]).toEqual([false, "", { name: "", age: "" }]);
    enter("Name", "Ada");
    enter("Age", "36");
    submit();
    expect(form.isDirty.peek()).toBe(false);
    enter("Name", "Eve");
    test.session.run(() => form.reset());
    expect(form.values.peek().name).toBe("Ada");
    test.session.run(() => form.reset({ name: "Grace", age: "1" }));
    expect([form.isDirty.peek(), form.values.peek().name, form.state.peek()]).toEqual([false, "Grace", "idle"]);
    expect(test.html).toContain('value="Grace"');
  });

  it("U148: reset by onSubmit, it is empty for the next and still counts as submitted", () => {
    const { form, enter, submit } = openPerson(() => form.reset());
    enter("Name", "Ada");
    enter("Age", "36");
    submit();
    expect([form.values.peek().name, form.isDirty.peek(), form.state.peek()]).toEqual(["", false, "submitted"]);
  });

  it("U149: asks before the page is left with what was not submitted", async () => {
    const home = page({ path: "/", component: Editor });
    const other = page({ path: "/other", component: () => <p>Other</p> });
    let form!: FormOf<{ name: string }>;
    function Editor() {
      form = createForm({ initial: { name: "" }, confirmLeave: { text: "Not saved." } });
      return (
        <Form form={form}>
          <TextInput label="Name" bind={form.fields.name} />
        </Form>
      );
    }
    const test = new TestSession(() => <PageView />, { app: { pages: [home, other] } });
    const client = test.connect();
    client.event(test.idOf("input"), "input", { v: "Ada" });
    const left = test.session.run(() => session.navigateTo("/other"));
    await test.settled();
    expect(test.session.firstPaint().layers).toContain("Not saved.");
    test.session.run(() => form.reset());
    void left;
    expect(await test.session.run(() => session.navigateTo("/other"))).toBe("arrived");
  });
});

describe("a form of objects and lists", () => {
  const Order = z.object({
    address: z.object({ city: z.string().min(1, "Which city?"), zip: z.string() }),
    lines: z.array(z.object({ text: z.string().min(1, "Say something.") })).max(2, "Two at most."),
    tags: z.array(z.string()),
    shop: z.object({ id: z.number() }).nullable(),
  });

  function openOrder() {
    return open(
      () =>
        createForm({
          schema: Order,
          initial: {
            address: { city: "", zip: "" },
            lines: [{ text: "first" }, { text: "" }],
            tags: ["new"],
            shop: null,
          },
        }),
      ({ fields }) => (
        <>
          <TextInput label="City" bind={fields.address.city} />
          <For each={fields.lines.rows}>
            {(row, index) => (
              <p>
                <TextInput label={() => `Line ${index.value}`} bind={row.fields.text} />
              </p>
            )}
          </For>
          <FormError />
        </>
      ),
    );
  }

  it("U150: has a field for each of their values, and says what is wrong beside the one that the path names", () => {
    const { form, enter, submit, said } = openOrder();
    enter("City", "Oslo");
    enter("Line 0", "");
    submit();
    expect([said("City"), said("Line 0"), said("Line 1")]).toEqual(["", "Say something.", "Say something."]);
    expect(form.values.peek()).toMatchObject({
      address: { city: "Oslo", zip: "" },
      lines: [{ text: "" }, { text: "" }],
    });
  });

  it("U150: rows come, go and move with what is in them and what was said of them", () => {
    const { form, enter, leave, said, test, inputOf, formError, submit } = openOrder();
    const rows = () => form.fields.lines.rows.peek();
    leave("Line 1");
    expect(said("Line 1")).toBe("Say something.");
    const second = inputOf("Line 1").id;
    test.session.run(() => rows()[1]!.moveTo(0));
    expect([inputOf("Line 0").id, said("Line 0"), said("Line 1")]).toEqual([second, "Say something.", ""]);
    expect(form.values.peek().lines).toEqual([{ text: "" }, { text: "first" }]);
    test.session.run(() => form.fields.lines.add({ text: "new" }, 0));
    enter("Line 1", "second");
    expect(form.values.peek().lines.map(({ text }) => text)).toEqual(["new", "second", "first"]);
    enter("City", "Oslo");
    submit();
    expect(formError()).toBe("Two at most.");
    const [first] = rows();
    test.session.run(() => (first!.remove(), first!.remove(), first!.moveTo(2)));
    expect([inputOf("Line 0").id, form.values.peek().lines.length]).toEqual([second, 2]);
    test.session.run(() => form.reset());
    expect(form.values.peek().lines).toEqual([{ text: "first" }, { text: "" }]);
    expect(test.html).toContain('value="first"');
  });

  it("U140: its fields have the types of the schema, and hold nothing only where that may be so at first", () => {
    const schema = z.object({ kind: z.enum(["steel", "brass"]), owner: z.object({ id: z.number() }), sold: z.date() });
    const types = () => {
      const bell = createForm({ schema, initial: { kind: "steel", owner: null, sold: null } }).fields;
      const sold = createForm({ schema, initial: { kind: null, owner: { id: 1 }, sold: new Date() } }).fields;
      const free = createForm({ initial: { owner: null as { id: number } | null } }).fields;
      expectTypeOf(bell.kind.value).toEqualTypeOf<Signal<"steel" | "brass">>();
      expectTypeOf(bell.owner.value).toEqualTypeOf<Signal<{ id: number } | null>>();
      expectTypeOf(bell.sold.value).toEqualTypeOf<Signal<Date | null>>();
      expectTypeOf(sold.kind.value).toEqualTypeOf<Signal<"steel" | "brass" | null>>();
      expectTypeOf(sold.owner.id.value).toEqualTypeOf<Signal<number>>();
      expectTypeOf(sold.sold.value).toEqualTypeOf<Signal<Date>>();
      expectTypeOf(free.owner.value).toEqualTypeOf<Signal<{ id: number } | null>>();
    };
    expect(types).toBeTypeOf("function");
  });

  it("U151: an object can be bound as one value: where it is nothing at first, or by its name", () => {
    const { form, test } = openOrder();
    const [shop, address] = [form.fields.shop, form.field("address")];
    test.session.run(() => (shop.value.value = { id: 3 }));
    test.session.run(() => (address.value.value = { city: "Rome", zip: "1" }));
    expect(form.values.peek()).toMatchObject({ shop: { id: 3 }, address: { city: "Rome" } });
    expect(form.field("address", "city").value.peek()).toBe("Rome");
    expect(form.fields.tags.value.peek()).toEqual(["new"]);
    test.session.run(() => (form.fields.address.zip.value.value = "2"));
    expect(address.value.peek()).toEqual({ city: "Rome", zip: "2" });
  });
});

describe("a forged submission", () => {
  it("U152: by a disabled button, by one that is not there, or of a disabled form is refused", () => {
    const heard: unknown[] = [];
    const [noDraft, closed] = [signal(true), signal(false)];
    const { submit } = open(
      () =>
        createForm({
          initial: { name: "x" },
          disabled: closed,
          onSubmit: (_, { button }) => heard.push(button),
        }),
      () => [
        <SubmitButton value="draft" disabled={noDraft}>
          Draft
        </SubmitButton>,
        <SubmitButton value="send">Send</SubmitButton>,
      ],
    );
    submit("draft");
    submit("delete");
    expect(heard).toEqual([]);
    submit("send");
    noDraft.value = false;
    submit("draft");
    expect(heard).toEqual(["send", "draft"]);
    closed.value = true;
    submit("send");
    expect(heard).toHaveLength(2);
  });

  it("U152: where all buttons are disabled, or with made-up values, changes nothing", () => {
    const heard: unknown[] = [];
    const { client, test } = open(
      () => createForm({ initial: { name: "Ada" }, onSubmit: (value) => heard.push(value) }),
      ({ fields }) => [
        <Show when={() => fields.name.value.value !== ""}>
          <TextInput label="Name" bind={fields.name} />
        </Show>,
        <SubmitButton disabled={() => fields.name.value.value === "Ada"}>Go</SubmitButton>,
      ],
    );
    const send = () => client.event(test.idOf("form"), "submit", { f: [["name", "Eve"]] });
    send();
    expect(heard).toEqual([]);
    client.event(test.idOf("input"), "input", { v: "Bob" });
    send();
    expect(heard).toEqual([{ name: "Bob" }]);
  });
});

describe("a form that is made wrong", () => {
  it("U153: throws, and says what to do", () => {
    expect(() => createForm({ initial: [] })).toThrow("Expected initial: … to be an object");
    expect(() => createForm({ schema: {} as never, initial: {} as never })).toThrow("Standard Schema");
    const test = new TestSession(() => <SubmitButton>Go</SubmitButton>);
    expect(test.events("app/error")[0]?.error).toMatchObject({ code: "ui/no-form" });
  });
});
