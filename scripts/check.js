// @ts-check
/**
 * Runs the checks and prints one line for each.
 *
 *   npm run check                            all of them
 *   npm run check -- types layers            only those
 *   npm run check -- public-names --update   rewrites test/public-names.json
 *
 * A check is a module in `scripts/checks/` that exports `run()`, which answers what is wrong, one text for
 * each failure, and perhaps a note for its line.
 */
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";

/** @typedef {{ failures: string[], note?: string }} Outcome */
/** @typedef {{ run: () => Outcome | Promise<Outcome> }} Check */

/** Those that wait for another program come first, so that the others run meanwhile. */
const names = [
  "types",
  "doc-examples",
  "lint",
  "format",
  "build",
  "layers",
  "spec",
  "public-names",
  "text",
  "dependencies",
];

/** Runs the named checks, a few at a time. @param {readonly string[]} chosen */
export async function runChecks(chosen = names) {
  const waiting = [...chosen];
  /** @type {{ name: string, failures: string[] }[]} */
  const results = [];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) results.push(await runOne(name));
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  for (const { name, failures } of results.filter((result) => result.failures.length > 0)) {
    console.log(`\n${name}: ${failures.length} found\n${failures.join("\n")}`);
  }
  const failed = results.filter((result) => result.failures.length > 0).length;
  return { passed: results.length - failed, failed };
}

async function runOne(/** @type {string} */ name) {
  const started = performance.now();
  const { failures, note } = await outcomeOf(name);
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(
    `${failures.length === 0 ? "✓" : "✗"} ${name.padEnd(13)} ${seconds.padStart(6)}  ${note ?? ""}`.trimEnd(),
  );
  return { name, failures };
}

/** @returns {Promise<Outcome>} */
async function outcomeOf(/** @type {string} */ name) {
  try {
    /** @type {Check} */
    const check = await import(`./checks/${name}.js`);
    return await check.run();
  } catch (error) {
    return { failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no check ${unknown.join(", ")}. The checks are ${names.join(", ")}.`);
    process.exitCode = 1;
  } else {
    const { passed, failed } = await runChecks(chosen.length > 0 ? chosen : names);
    console.log(`\n${passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  }
}
