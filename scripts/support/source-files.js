// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "rolldown/utils";
import { root } from "./run.js";

const notOurs = new Set(["node_modules", "dist", "coverage", ".git", ".tandem"]);

/**
 * The repository's files below `folder` whose name matches, as paths from the root with forward slashes.
 *
 * @param {string} folder
 * @param {RegExp} [matching]
 * @returns {string[]}
 */
export function filesIn(folder, matching = /(?:)/) {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const file = folder === "." ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(file, matching);
    return entry.isFile() && matching.test(file) ? [file] : [];
  });
}

export const typeScript = /\.tsx?$/;

/** @param {string} file */
export const read = (file) => readFileSync(join(root, file), "utf8");

/** @type {Map<string, { text: string, parsed: import("rolldown/utils").ParseResult }>} */
const parsedFiles = new Map();

/** Parses a source file, once. @param {string} file */
export function parse(file) {
  let entry = parsedFiles.get(file);
  if (entry === undefined) {
    const text = read(file);
    parsedFiles.set(file, (entry = { text, parsed: parseSync(file, text) }));
  }
  return entry;
}

/** The number of the line that holds `offset`, from 1. @param {string} text @param {number} offset */
export function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/**
 * Where `package.json` says the package is entered: `tandem/testing` → `src/testing/index.ts`.
 *
 * @returns {Map<string, string>}
 */
export function entryPoints() {
  const { name, exports } = JSON.parse(read("package.json"));
  const entries = new Map();
  for (const [path, target] of Object.entries(exports)) {
    if (target.source) entries.set(path.replace(".", name), target.source.replace("./", ""));
  }
  return entries;
}
