import { describe, expect, it } from "vitest";
import { Module, session, Show, signal } from "tandem";
import { createField, TextInput } from "tandem/ui";
import { FieldOfSignal, type FieldControl, type FieldHome } from "../../src/ui/base/field.ts";
import { TestSession } from "../support/test-session.ts";

function enter(root: () => unknown) {
  const test = new TestSession(root as never);
  const client = test.connect();
  const type = (text: string) => client.event(test.idOf("input"), "input", { v: text });
  const leave = () => client.event(test.idOf("input"), "blur");
  return { test, client, type, leave };
}

const said = (test: TestSession) => /tandem-error-text"[^>]*>(?:<!--\d+-->)?([^<]*)/.exec(test.html)?.[1];

describe("a field", () => {
  it("U1: has a label, help and room for what is wrong, all tied to its control", () => {
    const { test } = enter(() => <TextInput label="Name" help="As in your passport" id="name" />);
    expect(test.html).toMatch(/<label[^>]*for="name"[^>]*><span>Name<\/span>/);
    expect(test.html).toMatch(/<input[^>]*aria-describedby="name-help name-error"/);
    expect(test.html).toMatch(/id="name-help"[^>]*>(?:<!--\d+-->)?As in your passport/);
    expect(test.html).toMatch(/id="name-error"[^>]*aria-live="polite"/);
  });

  it("U2: its signal follows what is entered, and what is shown follows the signal", () => {
    const name = signal("Ada");
    const { test, client, type } = enter(() => <TextInput label="Name" bind={name} />);
    expect(test.html).toContain('value="Ada"');
    type("Grace");
    expect(name.peek()).toBe("Grace");
    test.session.run(() => (name.value = "Edith"));
    expect(client.operations.at(-1)).toEqual([2, test.idOf("input"), "value", "Edith"]);
  });

  it("U3: what is not allowed stays in the control with a message, and the signal keeps what it had", () => {
    const code = signal("ab");
    const { test, type, leave } = enter(() => <TextInput label="Code" bind={code} pattern={/[a-z]+/} maxLength={4} />);
    type("ab1");
    expect([code.peek(), said(test)]).toEqual(["ab", ""]);
    leave();
    expect([code.peek(), said(test)]).toEqual(["ab", "Please match the expected format."]);
    expect(test.html).toContain('value="ab1"');
    expect(test.html).toContain('aria-invalid="true"');
    type("abcde");
    expect(said(test)).toBe("Please use at most 4 characters.");
    type("abcd");
    expect([code.peek(), said(test)]).toEqual(["abcd", ""]);
  });

  it("U3: a signal that is written gives up what was not allowed", () => {
    const code = signal("ab");
    const { test, type, leave } = enter(() => <TextInput label="Code" bind={code} pattern={/[a-z]+/} />);
    type("1");
    leave();
    test.session.run(() => (code.value = "c"));
    expect(said(test)).toBe("");
    expect(test.html).toContain('value="c"');
  });

  it("U10: asked by check, it says what is wrong with what is in its control now", () => {
    const field = createField("code", signal("ab"));
    const shown = signal(true);
    const { test, type } = enter(
      () => () => shown.value && <TextInput label="Code" bind={field} pattern={/[a-z]+/} required />,
    );
    const check = () => test.session.run(() => field.check());
    expect(check()).toBe(true);
    type("ab1");
    expect(said(test)).toBe("");
    expect([check(), said(test)]).toEqual([false, "Please match the expected format."]);
    type("abc");
    expect([check(), said(test)]).toEqual([true, ""]);
    test.session.run(() => (field.value.value = ""));
    expect([check(), said(test)]).toEqual([false, "Please fill this in."]);
    test.session.run(() => (shown.value = false));
    expect(check()).toBe(true);
  });

  it("U10: asked by check, it takes what was not allowed before and is now", () => {
    const field = createField("code", signal("ab"));
    const short = signal(true);
    const rule = (value: string) => (short.value && value.length > 2 ? "Too long." : undefined);
    const { test, type, leave } = enter(() => <TextInput label="Code" bind={field} validate={rule} />);
    type("abc");
    leave();
    expect([field.value.peek(), said(test)]).toEqual(["ab", "Too long."]);
    test.session.run(() => (short.value = false));
    expect([test.session.run(() => field.check()), field.value.peek(), said(test)]).toEqual([true, "abc", ""]);
  });

  it("U4: required is asked for when the control is left, and is not emptied", () => {
    const name = signal("Ada");
    const { test, type, leave } = enter(() => <TextInput label="Name" bind={name} required />);
    type("");
    leave();
    expect([name.peek(), said(test)]).toEqual(["Ada", "Please fill this in."]);
  });

  it("U5: what was forged for a disabled or a read-only control changes nothing, its leaving included", () => {
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const name = signal("Ada");
      const { test, client, type, leave } = enter(() => <TextInput label="Name" bind={name} {...state} />);
      type("Eve");
      leave();
      client.event(test.idOf("input"), "blur", { v: "Eve" });
      expect(name.peek()).toBe("Ada");
    }
  });

  it("U6: onChange hears each allowed value that is entered, once, and none that the app sets", () => {
    const heard: string[] = [];
    const name = signal("");
    const { test, type, leave } = enter(() => (
      <TextInput label="Name" bind={name} maxLength={3} onChange={(value) => heard.push(value)} />
    ));
    type("a");
    type("abcd");
    type("ab");
    leave();
    test.session.run(() => (name.value = "z"));
    expect(heard).toEqual(["a", "ab"]);
  });

  it("U7: bound by a name, the session has its value, below the name of its module", () => {
    const { test, type } = enter(() => (
      <Module id="home">
        <TextInput label="City" bind="city" />
      </Module>
    ));
    expect(test.html).toMatch(/<input[^>]*id="home-city"/);
    type("Oslo");
    expect(test.session.run(() => session.input("home-city").peek())).toBe("Oslo");
  });

  it("U8: of a form's field shows the form's error, marks it touched, and resets to its value", () => {
    const field = createField("name", signal("Ada"));
    const { test, type, leave } = enter(() => <TextInput label="Name" bind={field} maxLength={5} />);
    test.session.run(() => (field.error.value = "Taken."));
    expect(said(test)).toBe("Taken.");
    type("Augusta");
    leave();
    expect([field.touched.peek(), field.problem.peek()]).toEqual([true, "Please use at most 5 characters."]);
    test.session.run(() => field.reset());
    expect([said(test), field.touched.peek()]).toEqual(["", false]);
    expect(test.html).toContain('value="Ada"');
  });

  it("U11: a form's field tells its form when its control comes, goes and is left, and focuses it", () => {
    const heard: unknown[] = [];
    const home: FieldHome = {
      left: ({ name, value }) => void heard.push(`left ${name}: ${value.peek()}`),
      shown: (field, control) => {
        heard.push(field);
        control.focus(); // It is not on the screen yet, and no error.
        controls.push(control);
        return () => void heard.push("gone");
      },
    };
    const controls: FieldControl[] = [];
    const [off, shown] = [signal(false), signal(true)];
    const field = new FieldOfSignal("name", signal(""), home);
    const { test, client, type, leave } = enter(() => (
      <Show when={shown}>
        <TextInput label="Name" bind={field} required disabled={off} />
      </Show>
    ));
    test.session.run(() => controls[0]!.focus());
    expect(client.operations.at(-1)).toMatchObject([10, expect.any(Number), "focus", []]);
    type("ab");
    leave();
    test.session.run(() => ((off.value = true), (field.value.value = "")));
    expect(test.session.run(() => field.check())).toBe(true);
    test.session.run(() => (shown.value = false));
    expect(heard).toEqual([field, "left name: ab", "gone"]);
  });

  it("U12: validate has its say about what is entered and not empty", () => {
    const name = signal("Ada");
    const asked: string[] = [];
    const validate = (text: string) => {
      asked.push(text);
      return text === "Eve" ? "Not Eve." : undefined;
    };
    const { test, type, leave } = enter(() => <TextInput label="Name" bind={name} validate={validate} />);
    type("");
    type("Eve");
    leave();
    expect([name.peek(), said(test)]).toEqual(["", "Not Eve."]);
    expect(asked).not.toContain("");
  });

  it("U13: without a signal, value is what it holds at first, and the person may change it", () => {
    for (const bind of [undefined, "name"]) {
      const { test, type } = enter(() => <TextInput label="Name" bind={bind} value="Ada" />);
      expect(test.html).toContain('value="Ada"');
      type("Grace");
      expect(test.html).toContain('value="Grace"');
    }
  });

  it("U13: what the app sets is shown as it is, and complained about once the person has been there", () => {
    const code = signal("far too long");
    const { test, leave } = enter(() => <TextInput label="Code" bind={code} maxLength={3} />);
    expect(test.html).toContain('value="far too long"');
    expect(said(test)).toBe("");
    leave();
    expect([code.peek(), said(test)]).toEqual(["far too long", "Please use at most 3 characters."]);
  });

  it("U9: bound to something else throws, and says what to do", () => {
    const test = new TestSession((() => <TextInput label="Name" bind={5 as never} />) as never);
    expect(test.events("app/error")).toHaveLength(1);
  });
});
