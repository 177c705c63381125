// @ts-check
import { runTool } from "../support/run.js";

/** Lint, with types; the rules are in `.oxlintrc.json`. */
export async function run() {
  const { code, output } = await runTool("oxlint/bin/oxlint", ["--type-aware", "--deny-warnings", "-f", "unix", "."]);
  return { failures: code === 0 ? [] : [output.trim()] };
}
