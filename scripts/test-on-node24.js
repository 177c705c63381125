// @ts-check
/** Runs `npm test` with Node 24, whatever Node is installed: its program comes from npm, into a cache folder. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { root } from "./support/run.js";

const version = "24.21.0";
const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const cache = join(root, "node_modules/.cache", `node-${version}`);
const program = join(cache, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(program)) {
  mkdirSync(cache, { recursive: true });
  // Without a package of its own, npm would install into the repository around it.
  writeFileSync(join(cache, "package.json"), JSON.stringify({ private: true }));
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", `${name}@${version}`], cache);
}
// Tests that start `node` themselves must get the same one.
process.env["PATH"] = `${dirname(program)}${delimiter}${process.env["PATH"] ?? ""}`;
run(program, ["--version"], root);
run(program, ["scripts/test.js"], root);

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
