// @ts-check
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/run.js";
import { entryPoints, parse, read } from "../support/source-files.js";

const listFile = "test/public-names.json";

/** The names each entry point exports against the agreed list, so that none comes or goes unnoticed. */
export function run() {
  const actual = publicNames();
  if (process.argv.includes("--update")) writeFileSync(join(root, listFile), `${JSON.stringify(actual, null, 2)}\n`);
  /** @type {Names} */
  const agreed = existsSync(join(root, listFile)) ? JSON.parse(read(listFile)) : {};
  const entries = [...new Set([...Object.keys(actual), ...Object.keys(agreed)])];
  const failures = entries.flatMap((entry) => [
    ...missing(actual[entry], agreed[entry]).map((name) => `${entry}: ${name} is exported but not in ${listFile}`),
    ...missing(agreed[entry], actual[entry]).map((name) => `${entry}: ${name} is in ${listFile} but not exported`),
  ]);
  if (failures.length > 0) failures.push("If that is intended: npm run check -- public-names --update");
  return { failures, note: `${Object.values(actual).flatMap(labelled).length} names` };
}

/** @typedef {Record<string, { values: string[], types: string[] }>} Names */

/** @returns {Names} */
function publicNames() {
  const existing = [...entryPoints()].filter(([, file]) => existsSync(join(root, file)));
  return Object.fromEntries(existing.map(([entry, file]) => [entry, namesOf(file)]));
}

/** @param {string} file */
function namesOf(file) {
  const exported = parse(file).parsed.module.staticExports.flatMap(({ entries }) => entries);
  const names = (/** @type {boolean} */ isType) =>
    exported
      .filter((entry) => entry.isType === isType)
      .map((entry) => entry.exportName.name ?? "default")
      .sort();
  return { values: names(false), types: names(true) };
}

/** @param {Names[string] | undefined} names */
const labelled = (names) => [...(names?.values ?? []), ...(names?.types ?? []).map((name) => `type ${name}`)];

/** @param {Names[string] | undefined} from @param {Names[string] | undefined} list */
const missing = (from, list) => labelled(from).filter((name) => !labelled(list).includes(name));
