import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn, read } from "../../scripts/support/source-files.js";
import { examplesOf, exampleFolder, runExample } from "./run-example.ts";

/** Pages whose examples open servers or watch files: they are compiled, as all are, and what they show has tests of its own. */
const COMPILED_ONLY = /guide\/(hosting|testing|deployment)\.md$/;
const pages = [...filesIn("docs/guide", /\.md$/), ...filesIn("docs/widgets", /\.md$/)].filter(
  (page) => !COMPILED_ONLY.test(page),
);

/** What links may lead to, by the files there are. */
const linksOf = (page: string) =>
  [...read(page).matchAll(/\]\(([^)\s#]+\.md)(?:#[^)\s]*)?\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^\w+:/.test(target));

const folder = exampleFolder("examples");
beforeAll(folder.open);
afterAll(folder.close);

describe.each(pages)("%s", (page) => {
  const examples = examplesOf(read(page));

  it.runIf(examples.length > 0).each(examples.map((code, index) => [index + 1, code] as const))(
    "E95: its example %i runs",
    async (index, code) => {
      await runExample(folder.file(`${page.replace(/\W/g, "-")}-${index}.tsx`), code);
    },
  );

  it("E96: its links lead somewhere", () => {
    const known = new Set(filesIn(".", /\.md$/));
    const missing = linksOf(page).filter((target) => !known.has(join(page, "..", target)));
    expect(missing).toEqual([]);
  });
});

it("E96: the pictures that the README shows are there", () => {
  const shown = [...read("README.md").matchAll(/src="([^"]+)"/g)].map(([, file]) => file!);
  expect(shown.filter((file) => !existsSync(file))).toEqual([]);
});
