import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesIn, typeScript } from "../scripts/support/source-files.js";

const LAYERS =
  "ui|flow|reactive|view|options|app|authentication|session|client|files|dialogs|pages|info|memory|settings|scope|server|cli|testing|protocol";
const documented = (file: string) =>
  new Set([...readFileSync(file, "utf8").matchAll(/^\| `([a-z]+\/[a-z-]+)`/gm)].map((match) => match[1]!));

describe("docs", () => {
  it("S40: every error code is documented, and every documented one exists", () => {
    const used = new Set<string>();
    for (const file of filesIn("src", typeScript)) {
      const code = readFileSync(file, "utf8").replace(/^ *\*.*$/gm, "");
      for (const [, name] of code.matchAll(new RegExp(`"((?:${LAYERS})/[a-z-]+)"`, "g"))) used.add(name!);
    }
    expect([...documented("docs/errors.md")].toSorted()).toEqual([...used].toSorted());
  });
});
