import { expect, it } from "vitest";
import { signal } from "tandem";
import { CodeInput } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

it("U120: is a text area under the rules of a text, and asks for its editor", () => {
  const code = signal("a");
  const test = new TestSession(() => <CodeInput label="Code" language="json" bind={code} maxLength={3} required />);
  const client = test.connect();
  const type = (text: string) => client.event(test.idOf("textarea"), "input", { v: text });
  expect(test.html).toMatch(/<tandem-code-editor[^>]*data-language="json"/);
  type("ab");
  type("abcd");
  type("");
  expect(code.peek()).toBe("ab");
  test.session.run(() => (code.value = "x\ny"));
  expect(client.operations.at(-1)).toEqual([2, test.idOf("textarea"), "value", "x\ny"]);
});

it("U122: takes nothing while it is disabled or read-only", () => {
  for (const state of [{ disabled: true }, { readonly: true }]) {
    const code = signal("a");
    const test = new TestSession(() => <CodeInput label="Code" bind={code} {...state} />);
    const client = test.connect();
    for (const type of ["input", "change", "blur"]) client.event(test.idOf("textarea"), type, { v: "forged" });
    expect(code.peek()).toBe("a");
  }
});
