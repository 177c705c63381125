// @ts-check
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const require = createRequire(import.meta.url);

/**
 * Runs a program to its end and collects all it printed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, cwd = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => (output += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs the program of an installed package, such as `typescript/bin/tsc`, with this very Node.
 *
 * @param {string} script package name, a slash, and the file
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
export function runTool(script, args, cwd = root) {
  const [name, ...path] = script.split("/");
  const folder = dirname(require.resolve(`${name}/package.json`));
  return run(process.execPath, [join(folder, ...path), ...args], cwd);
}
