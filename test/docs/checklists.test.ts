import { describe, expect, it } from "vitest";
import { read } from "../../scripts/support/source-files.js";

const specification = read("SPEC.md");
const rules = new Set([...specification.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, id]) => id!));
const chapter = specification.slice(specification.indexOf("\n## Q · "));

/** The lines of each seed's checklist: those that concern its sessions, and of PyWebIO's, which is about conversations, all. */
const checklists = {
  "Shiny for Python": [...from(32, 42), ...from(46, 57), ...from(59, 61), ...from(65, 68)],
  PyWebIO: from(1, 66),
  Rio: [...from(1, 31), ...from(57, 66)],
};

function from(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function rowsUnder(heading: string): { line: number; there: string; here: string }[] {
  const part = chapter.split(/^### /m).find((section) => section.startsWith(`${heading}\n`)) ?? "";
  return [...part.matchAll(/^\| (\d+) \| (.*) \| (.*?) ?\|$/gm)].map(([, line, there = "", here = ""]) => ({
    line: Number(line),
    there,
    here,
  }));
}

describe.each(Object.entries(checklists))("the checklist of %s", (seed, lines) => {
  const rows = rowsUnder(seed);

  it("Q1: has each line once, and what it says", () => {
    expect(rows.map(({ line }) => line)).toEqual(lines);
    expect(rows.filter(({ there }) => there.trim() === "")).toEqual([]);
  });

  it.each(rows)("Q1: line $line names rules that there are", ({ here }) => {
    const named = here.split(";")[0]!.match(/\b[A-Z]\d+\b/g) ?? [];
    expect(named).not.toEqual([]);
    expect((here.match(/\b[A-Z]\d+\b/g) ?? []).filter((id) => !rules.has(id))).toEqual([]);
  });
});
