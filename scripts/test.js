// @ts-check
/**
 * `npm test`: the checks, then every test, then one line with the sum of both.
 * Quicker while working: `npx vitest run test/view`, `npm run check -- types`.
 */
import { startVitest } from "vitest/node";
import { runChecks } from "./check.js";
import { ensureChromium } from "./ensure-chromium.js";
import { ensureProxies } from "./ensure-proxies.js";

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @returns {Promise<Totals>} */
async function runTests() {
  const vitest = await startVitest("test", [], { run: true, watch: false });
  /** @type {Totals} */
  const totals = { passed: 0, failed: vitest.state.getUnhandledErrors().length, skipped: 0 };
  for (const module of vitest.state.getTestModules()) {
    for (const test of module.children.allTests()) totals[outcomes[test.result().state]]++;
    // A file that cannot be loaded, and a hook that throws, fail without a test that does.
    if (module.state() === "failed" && [...module.children.allTests("failed")].length === 0) totals.failed++;
  }
  // Nothing ran: the run itself went wrong, and that must not look like success.
  if (totals.passed + totals.failed === 0) totals.failed++;
  await vitest.close();
  return totals;
}

/** A test still pending at the end never got to run. */
const outcomes = /** @type {const} */ ({ passed: "passed", failed: "failed", skipped: "skipped", pending: "failed" });

try {
  ensureChromium();
  ensureProxies();
  const checks = await runChecks();
  const tests = await runTests();
  const [passed, failed] = [checks.passed + tests.passed, checks.failed + tests.failed];
  console.log(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""}`);
  // A handle left open by a test must not keep a finished run alive.
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
