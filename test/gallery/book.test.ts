import { describe, expect, it } from "vitest";
import { families } from "../../gallery/book/catalogue.ts";
import { stateCode } from "../../gallery/book/state-code.ts";

const SOURCE = `export default entry({
  title: "Text",
  states: {
    Normal: () => <TextInput label="Name" />,
    "Before and behind": () => (
      <TextInput
        label="Don't"
        prefix="}"
      />
    ),
    Bound: () => {
      const value = signal("");
      return <TextInput label="Name" bind={value} />;
    },
    List: () => [<p />, <p />],
    Last: () => <p>Last: fine</p>,
  },
});
`;

describe("the widget book", () => {
  it("G31: finds the code of each state, at the left and without its brackets", () => {
    expect(stateCode(SOURCE, "Normal")).toBe(`<TextInput label="Name" />`);
    expect(stateCode(SOURCE, "Before and behind")).toBe(`<TextInput\n  label="Don't"\n  prefix="}"\n/>`);
    expect(stateCode(SOURCE, "Bound")).toBe(
      `const value = signal("");\nreturn <TextInput label="Name" bind={value} />;`,
    );
    expect(stateCode(SOURCE, "List")).toBe("[<p />, <p />]");
    expect(stateCode(SOURCE, "Last")).toBe("<p>Last: fine</p>");
    expect(() => stateCode(SOURCE, "Label")).toThrow(`"Label"`);
  });

  it("G31: has an address for each entry, and a state that is normal before the others", () => {
    const addresses = families.flatMap(({ path, entries }) => entries.map(({ slug }) => `${path}/${slug}`));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { summary, states } of families.flatMap(({ entries }) => entries)) {
      expect(summary).toMatch(/\w/);
      expect(states.length).toBeGreaterThan(0);
    }
  });
});
