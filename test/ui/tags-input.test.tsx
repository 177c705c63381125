import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { TagsInput } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

function open(props: Partial<Parameters<typeof TagsInput>[0]> = {}) {
  const tags = signal<string[]>(["rain"]);
  const test = new TestSession(() => <TagsInput label="Words" bind={tags} {...props} />);
  const client = test.connect();
  const input = () => test.idOf("input");
  const add = (...detail: unknown[]) => client.event(test.idOf("tandem-tags"), "tandem-tags", { d: detail });
  const remove = (tag: string) =>
    client.event(
      Number(new RegExp(`<button data-t="(\\d+)"[^>]*aria-label="Remove ${tag}"`).exec(test.html)?.[1]),
      "click",
    );
  const said = () => /tandem-error-text"[^>]*>(?:<!--\d+-->)?([^<]*)/.exec(test.html)?.[1];
  const draft = () => /<input[^>]*value="([^"]*)"/.exec(test.html)?.[1];
  return { tags, test, client, input, add, remove, said, draft };
}

describe("TagsInput", () => {
  it("U116: tags are added, each once, and taken away; what the app sets is shown", () => {
    const { tags, test, add, remove } = open();
    add(" snow ", "rain", "", "wind", "snow");
    expect(tags.peek()).toEqual(["rain", "snow", "wind"]);
    remove("snow");
    expect(tags.peek()).toEqual(["rain", "wind"]);
    test.session.run(() => (tags.value = ["fog"]));
    expect(test.html).toContain('aria-label="Remove fog"');
    expect(test.html).toContain("Entered: fog.");
  });

  it("U116: what a tag must not be stays where it was typed, with a message; the rest is taken", () => {
    const { tags, client, input, add, said, draft } = open({
      tag: { type: "email", maxLength: 20, validate: (tag) => (tag.startsWith("eve") ? "Not Eve." : undefined) },
    });
    add("ada@example.com", "nobody", "eve@example.com");
    expect([tags.peek(), draft()]).toEqual([["rain", "ada@example.com"], "nobody, eve@example.com"]);
    expect(said()).toContain("e-mail address");
    client.event(input(), "input", { v: "" });
    expect(said()).toBe("");
  });

  it("U116: no fewer than min and no more than max, and none at all only where that is not required", () => {
    const { tags, add, remove, said } = open({ min: 1, max: 2, required: true });
    add("snow", "wind");
    expect([tags.peek(), said()]).toEqual([["rain"], "Please choose at most 2."]);
    remove("wind");
    expect([tags.peek(), said()]).toEqual([["rain", "snow"], ""]);
    remove("snow");
    remove("rain");
    expect([tags.peek(), said()]).toEqual([["rain"], "Please fill this in."]);
  });

  it("U117: takes nothing while it is disabled or read-only, and nothing that is no text, whatever a page sends", () => {
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const { tags, add, remove } = open(state);
      add("snow");
      remove("rain");
      expect(tags.peek()).toEqual(["rain"]);
    }
    const { tags, test, client, add, said } = open();
    add(5, null, ["a"], { length: 1 });
    for (const detail of [null, "abc", 3, { 0: "a", length: 1 }]) {
      client.event(test.idOf("tandem-tags"), "tandem-tags", { d: detail });
    }
    add("x".repeat(101));
    expect([tags.peek(), said()]).toEqual([["rain"], "Please use at most 100 characters."]);
    add(...Array.from({ length: 3_000 }, (_, index) => String(index)));
    expect(tags.peek()).toHaveLength(1_001);
  });
});
