import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("../../src/browser/ui/", import.meta.url);

/** What several families have in common, each class there beside one of another family. */
const SHARED = ["styles/list-rows.css", "styles/viewers.css"];

/** The classes that a file of styles begins to style: those that stand alone before a rule. */
function classesOf(file: string): string[] {
  const text = readFileSync(new URL(file, folder), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const selectors = [...text.matchAll(/(?:^|[{}])\s*([^{}@;]+)\{/g)].flatMap((match) =>
    match[1]!.split(/,(?![^(]*\))/),
  );
  return [...new Set(selectors.flatMap((selector) => /^\s*\.(tandem-[\w-]+)\s*$/.exec(selector)?.[1] ?? []))];
}

it("W7: no two families of widgets style the same class", () => {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter(
    (file) => file.endsWith(".css") && !SHARED.includes(file),
  );
  const owners = new Map<string, string[]>();
  for (const file of files.sort())
    for (const name of classesOf(file)) owners.set(name, [...(owners.get(name) ?? []), file]);
  expect(owners.size).toBeGreaterThan(100);
  expect([...owners].filter(([, in_]) => in_.length > 1)).toEqual([]);
});
