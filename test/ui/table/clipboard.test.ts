import { expect, it } from "vitest";
import { fromTabSeparated, toTabSeparated } from "../../../src/browser/ui/grid/tab-separated.ts";

it.each([
  ["a", [["a"]]],
  [
    "a\tb\nc\td",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["\t\n", [["", ""]]],
  [
    '"a\tb"\t"say ""hi"""\n"two\nlines"\tx',
    [
      ["a\tb", 'say "hi"'],
      ["two\nlines", "x"],
    ],
  ],
  ['5" pipe\tx', [['5" pipe', "x"]]],
  ['"never ends\tx', [['"never ends', "x"]]],
])("Z39: %j is read as a spreadsheet means it", (text, cells) => {
  expect(fromTabSeparated(text)).toEqual(cells);
});

it("Z39: what is written is read back", () => {
  const signs = ["a", '"', "\t", "\n", " ", "é"];
  let seed = 7;
  const next = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  for (let round = 0; round < 500; round++) {
    const width = 1 + next(3);
    const cells = Array.from({ length: 1 + next(4) }, () =>
      Array.from(
        { length: width },
        () => `x${Array.from({ length: next(5) }, () => signs[next(signs.length)]).join("")}`,
      ),
    );
    expect(fromTabSeparated(toTabSeparated(cells))).toEqual(cells);
  }
});
