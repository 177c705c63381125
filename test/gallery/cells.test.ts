import { describe, expect, it } from "vitest";
import { FormulaError, parseFormula } from "../../gallery/examples/cells/formula.ts";
import { makeSheet } from "../../gallery/examples/cells/sheet.ts";

const reckon = (text: string, cells: Record<string, number> = {}) =>
  parseFormula(text).reckon((name) => cells[name] ?? 0);

describe("formulas", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["8 / 2 / 2", 2],
    ["8 - 2 - 2", 4],
    ["-2 * -3", 6],
    ["b1 + B2", 12],
    ["sum(B1:B2, 1)", 13],
    ["AVG(B2:B1)", 6],
    ["max(B1:C2) - min(B1:C2)", 7],
    ["product(2, 3, 4)", 24],
    ["count(A0:B9)", 20],
    ["1.5*2", 3],
  ])("G17: %s is %d", (text, result) => {
    expect(reckon(text, { B1: 5, B2: 7 })).toBe(result);
  });

  it.each([
    ["", "#SYNTAX"],
    ["1 +", "#SYNTAX"],
    ["(1", "#SYNTAX"],
    ["1 2", "#SYNTAX"],
    ["A100", "#NAME"],
    ["launch(1)", "#NAME"],
    ["constructor(1)", "#NAME"],
    ["1 / 0", "#DIV/0"],
  ])("G17: %s is %s", (text, message) => {
    expect(() => reckon(text)).toThrow(new FormulaError(message));
  });
});

describe("a sheet", () => {
  const shown = (value: unknown) => (value instanceof FormulaError ? value.message : value);

  it("G17: tells numbers, texts and formulas apart", () => {
    const cellAt = makeSheet([["7", "seven", "=A0*2", "", " "]]);
    expect(["A0", "B0", "C0", "D0", "E0"].map((name) => cellAt(name).value.value)).toEqual([7, "seven", 14, "", " "]);
  });

  it("G17: follows a change through all that depends on it", () => {
    const cellAt = makeSheet([["1", "=A0+1", "=B0*10"]]);
    expect(cellAt("C0").value.value).toBe(20);
    cellAt("A0").source.value = "4";
    expect(cellAt("C0").value.value).toBe(50);
    cellAt("B0").source.value = "=1/0";
    expect(shown(cellAt("C0").value.value)).toBe("#DIV/0");
  });

  it("G18: reports a circle in every cell of it and behind it, and recovers wherever it is broken", () => {
    const circle = [["=C0", "=A0", "=B0", "=A0+1"]];
    const names = ["A0", "B0", "C0", "D0"];
    for (const broken of ["A0", "B0", "C0"]) {
      const cellAt = makeSheet(circle);
      const all = () => names.map((name) => shown(cellAt(name).value.value));
      expect(all()).toEqual(["#CYCLE", "#CYCLE", "#CYCLE", "#CYCLE"]);
      cellAt(broken).source.value = "3";
      expect(all()).toEqual([3, 3, 3, 4]);
    }
  });

  it("G18: takes a cell that names itself for a circle", () => {
    expect(shown(makeSheet([["=A0+1"]])("A0").value.value)).toBe("#CYCLE");
  });
});
