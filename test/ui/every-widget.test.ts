import { describe, expect, it } from "vitest";
import { filesIn, read } from "../../scripts/support/source-files.js";
import { families } from "../../gallery/book/catalogue.ts";

const { values } = (JSON.parse(read("test/public-names.json")) as Record<string, { values: string[] }>)["tandem/ui"]!;
const widgets = values.filter((name) => /^[A-Z]/.test(name));
const textOf = (folder: string, matching: RegExp) => filesIn(folder, matching).map(read).join("\n");
const isUsedIn = (text: string) => (name: string) => new RegExp(`<(?:ui\\.)?${name}[\\s/>]`).test(text);

describe("every widget of tandem/ui", () => {
  it("U20: has an example in a page of docs/widgets", () => {
    const pages = textOf("docs/widgets", /\.md$/);
    expect(widgets.filter((name) => !isUsedIn(pages)(name))).toEqual([]);
  });

  it("U20: is in the widget book", () => {
    const shown = new Set(families.flatMap(({ entries }) => entries.flatMap((entry) => entry.widgets)));
    expect(widgets.filter((name) => !shown.has(name))).toEqual([]);
  });

  it("U20: is tested in a real browser", () => {
    const tests = textOf("test/browser/ui", /\.tsx$/);
    expect(widgets.filter((name) => !isUsedIn(tests)(name))).toEqual([]);
  });
});
