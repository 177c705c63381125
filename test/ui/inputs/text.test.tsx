import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { PasswordInput, SearchInput, Textarea, TextInput } from "tandem/ui";
import { enter } from "./support.ts";

describe("text", () => {
  it("U31: what stands around it describes it, and each is there only if asked for", () => {
    const { test } = enter(() => (
      <TextInput label="Price" id="p" prefix="€" suffix="net" help="Roughly." maxLength={5} showCount value="12" />
    ));
    expect(test.html).toMatch(/aria-describedby="p-prefix p-suffix p-count p-help p-error"/);
    expect(test.html).toMatch(/id="p-count"[^>]*>(?:<!--\d+-->)?2 \/ 5/);
    expect(test.html).toMatch(/<input[^>]*maxlength="5"/);
    const plain = enter(() => <TextInput label="Price" />);
    expect(plain.test.html).not.toMatch(/tandem-input-group|tandem-count|datalist|placeholder/);
  });

  it("U31: addresses that are none and text that is too long are refused", () => {
    const cases = [
      [{ type: "email" }, "ada", "Please enter an e-mail address, such as ada@example.com."],
      [{ type: "email" }, "ada@example.com\n", "Please enter an e-mail address, such as ada@example.com."],
      [{ type: "url" }, "example.com", "Please enter a whole address, such as https://example.com."],
      [{ maxLength: 3 }, "abcd", "Please use at most 3 characters."],
      [{ minLength: 1, pattern: /\d+/g, patternMessage: "Digits, please." }, "12a", "Digits, please."],
    ] as const;
    for (const [rules, forged, complaint] of cases) {
      const text = signal("");
      const { control, said } = enter(() => <TextInput label="Text" bind={text} {...rules} />);
      control("input").input(forged);
      control("input").blur();
      expect([text.peek(), said()]).toEqual(["", complaint]);
    }
    const { control, said } = enter(() => <TextInput label="Text" type="email" />);
    control("input").input("ada@example.com");
    control("input").blur();
    expect(said()).toBe("");
  });

  it("U33: suggestions are offered once each, and follow", () => {
    const towns = signal(["Oslo", "Oslo", "Bergen"]);
    const { test, run } = enter(() => <TextInput label="Town" id="t" suggestions={towns} />);
    const offered = () => [...test.html.matchAll(/<option[^>]*value="(\w+)"/g)].map(([, text]) => text);
    expect(test.html).toMatch(/list="t-list"[\s\S]*<datalist[^>]*id="t-list"/);
    expect(offered()).toEqual(["Oslo", "Bergen"]);
    run(() => (towns.value = ["Tromsø", "Bodø"].map((town) => town.replace("ø", "o"))));
    expect(offered()).toEqual(["Tromso", "Bodo"]);
  });

  it("U34: Enter hands on what is allowed, and complains of what is not", () => {
    const heard: string[] = [];
    const { control, said } = enter(() => (
      <TextInput label="Text" minLength={2} onEnter={(text) => heard.push(text)} />
    ));
    const { input, key } = control("input");
    input("a");
    key("Enter");
    expect([heard, said()]).toEqual([[], "Please use at least 2 characters."]);
    input("ab");
    key("Enter");
    expect([heard, said()]).toEqual([["ab"], ""]);
  });

  it("U35: a search says how long the page waits, and Enter how to hear of it at once", () => {
    const heard: string[] = [];
    const { test, control } = enter(() => <SearchInput label="Find" onSearch={(text) => heard.push(text)} />);
    expect(test.html).toMatch(/type="search"/);
    expect(test.html).toMatch(/data-on="[^"]*input:d250[^"]*"/);
    control("input").input("oslo");
    control("input").key("Enter");
    expect(heard).toEqual(["oslo"]);
    const quick = enter(() => <SearchInput label="Find" debounce={0} />);
    expect(quick.test.html).not.toContain(":d");
  });

  it("U42: a text area counts, and Ctrl+Enter hands its text on", () => {
    const heard: string[] = [];
    const draft = signal("");
    const keep = (text: string) => {
      heard.push(text);
      draft.value = "";
    };
    const { test, control } = enter(() => (
      <Textarea label="Note" bind={draft} maxLength={9} showCount autoGrow rows={2} maxRows={1} onSubmit={keep} />
    ));
    expect(test.html).toMatch(/<textarea[^>]*style="--rows: ?2; ?--max-rows: ?2;?"/);
    const { input, key, told } = control("textarea");
    input("a\nb");
    expect(test.html).toMatch(/-count"[^>]*>(?:<!--\d+-->)?3 \/ 9/);
    key("Enter", 2);
    expect([heard, draft.peek(), told("value")]).toEqual([["a\nb"], "", ""]);
    input("0123456789");
    key("Enter", 2);
    expect(heard).toHaveLength(1);
  });
});

describe("a password", () => {
  it("U36: is in no HTML, in no frame and with nobody else, whoever wrote it", () => {
    const password = signal("from the app");
    const { test, client, control, run } = enter(() => <PasswordInput label="Password" bind={password} />);
    expect(password.peek()).toBe("from the app");
    control("input").input("hunter2!");
    expect(password.peek()).toBe("hunter2!");
    const other = test.connect();
    const late = test.connect(-1);
    run(() => (password.value = "another one"));
    for (const said of [test.html, client.received, other.received, late.received].map((each) => JSON.stringify(each)))
      expect(said).not.toMatch(/from the app|hunter2!|another one/);
    expect(JSON.stringify(test.log)).not.toMatch(/hunter2/);
  });

  it("U36: the field is emptied each time the app has another, and not by what is typed", () => {
    const password = signal("");
    const { client, control, run } = enter(() => <PasswordInput label="Password" bind={password} />);
    const { input } = control("input");
    const told = () => client.operations.filter(([, , name]) => name === "value").map((operation) => operation[3]);
    const before = told().length;
    input("one");
    input("onetwo");
    expect(told()).toHaveLength(before);
    for (let count = 1; count <= 3; count++) {
      run(() => (password.value = ""));
      expect(told()).toHaveLength(before + count);
      expect(told().at(-1) ?? "").toBe("");
      input("three");
    }
  });

  it("U37: its buttons turn it into text and back without the server, and stand in no form's way", () => {
    const { test } = enter(() => <PasswordInput label="Password" />);
    const [show, hide] = [...test.html.matchAll(/<button[^>]*>/g)].map(([button]) => button);
    expect(show).toMatch(/type="button"[\s\S]*aria-label="Show the password"/);
    expect(show).toContain("set-attribute");
    expect(show).not.toContain("data-on=");
    expect(hide).toMatch(/hidden/);
    expect(enter(() => <PasswordInput label="Password" concealed />).test.html).not.toContain("<button");
  });

  it("U5: what is forged for a disabled or read-only one, or is too short, changes nothing", () => {
    for (const state of [{ disabled: true }, { readonly: true }, { minLength: 12 }]) {
      const password = signal("");
      const { control } = enter(() => <PasswordInput label="Password" bind={password} {...state} />);
      control("input").input("forged");
      control("input").blur({ v: "forged" });
      expect(password.peek()).toBe("");
    }
  });
});
