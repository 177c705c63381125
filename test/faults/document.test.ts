import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const rows = read("docs/better-than-the-seeds.md")
  .split("\n")
  .filter((line) => /^\| (?!There )/.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));

it("L51: names a rule and a test for each defect, and only those that there are", () => {
  const rules = new Set(Array.from(read("SPEC.md").matchAll(/^- \*\*([A-Z]\d+)\*\*/gm), ([, id]) => id));
  expect(rows.length).toBeGreaterThan(50);
  for (const [defect, ids = "", files = ""] of rows) {
    const wrong = [
      ...ids.split(", ").filter((id) => !rules.has(id)),
      ...files.split(", ").filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url))),
    ];
    expect(wrong, defect).toEqual([]);
  }
});

it("L51: names for each defect a test that proves one of its rules", () => {
  for (const [defect, ids = "", files = ""] of rows) {
    const titles = files.split(", ").map(read).join("\n");
    expect(
      ids.split(", ").some((id) => new RegExp(`"[^"\\n]*\\b${id}\\b[^"\\n]*: `).test(titles)),
      defect,
    ).toBe(true);
  }
});
