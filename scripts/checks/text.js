// @ts-check
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../support/run.js";
import { filesIn, lineAt, read } from "../support/source-files.js";

const binary = /\.(png|jpg|jpeg|gif|ico|webp|avif|woff2?|br|gz|zip|log)$/;

/** What no file of the repository may hold: it must read the same on every machine. @type {[RegExp, string][]} */
const banned = [
  [/\bregistry\.(?:npmjs|yarnpkg|npmmirror)\.|"resolved"\s*:\s*"/g, "names a package registry's host"],
  [/(?<![\w.~:/-])\/(?:home|Users|root|work|workspace|builds)\/[\w.-]+\//g, "holds a path of one machine"],
  ...[root, homedir()]
    // A short one, such as /app, may well be a route in a test.
    .filter((path) => /^\/[^/]+\/./.test(path))
    .map((path) => /** @type {[RegExp, string]} */ ([literal(`${path}/`), "holds a path of this machine"])),
];

/** Text rules: no machine's paths, no registry's host, and every relative link in the documentation leads somewhere. */
export function run() {
  const files = filesIn(".").filter((file) => !binary.test(file));
  const failures = files.flatMap((file) => {
    const text = read(file);
    return [...bannedIn(file, text), ...(file.endsWith(".md") ? deadLinks(file, text) : [])];
  });
  return { failures: [...new Set(failures)], note: `${files.length} files` };
}

/** @param {string} file @param {string} text */
function bannedIn(file, text) {
  return banned.flatMap(([pattern, what]) =>
    [...text.matchAll(pattern)].map((match) => `${file}:${lineAt(text, match.index)}: ${what}: ${match[0]}`),
  );
}

/** @param {string} file @param {string} text */
function deadLinks(file, text) {
  const prose = text.replace(/^```[^]*?^```/gm, (block) => block.replace(/[^\n]/g, " "));
  return [...prose.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .filter(([, target]) => !/^[a-z]+:/.test(String(target)) && !existsSync(join(root, dirname(file), String(target))))
    .map((match) => `${file}:${lineAt(text, match.index)}: the link to ${match[1]} leads nowhere`);
}

/** @param {string} text */
function literal(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g");
}
