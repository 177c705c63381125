import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/core/limits.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const text = read("docs/security.md");
const [, enforced = ""] = /\n## What is enforced\n(.*?)\n## /s.exec(text) ?? [];

/** Claims, each with the tests that it names. */
const claims = enforced
  .split(/\n(?=- \*\*)/)
  .slice(1)
  .map((claim) => ({
    claim: claim.split("\n")[0]!,
    tests: [...claim.matchAll(/^ {2}- `(test\/[^`]+)` · (.+)$/gm)].map(([, file, title]) => ({
      file: file!,
      title: title!,
    })),
  }));

describe("docs/security.md", () => {
  it("X30: names a test for each claim", () => {
    expect(claims.length).toBeGreaterThan(25);
    for (const { claim, tests } of claims) expect([claim, tests.length]).not.toEqual([claim, 0]);
    const named = claims.flatMap(({ tests }) => tests).length;
    expect(enforced.match(/^ {2}- /gm)).toHaveLength(named);
  });

  it("X30: names tests that exist, by their whole title", () => {
    for (const { file, title } of claims.flatMap(({ tests }) => tests)) {
      expect([title, read(file).includes(`"${title}"`)]).toEqual([title, true]);
    }
  });

  it("X30: names each limit, and files that exist", () => {
    for (const name of Object.keys(DEFAULT_LIMITS))
      expect([name, enforced.includes(`\`${name}\``)]).toEqual([name, true]);
    const files = [...text.matchAll(/`(src\/[\w/.-]+)`/g)].map(([, file]) => file!);
    for (const file of files)
      expect([file, existsSync(new URL(`../../${file}`, import.meta.url))]).toEqual([file, true]);
  });

  it("X30: is linked from the README", () => {
    expect(read("README.md")).toContain("(docs/security.md)");
  });
});
