// @ts-check
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "../build.js";
import { root, runTool } from "../support/run.js";
import { read } from "../support/source-files.js";

/** What each script of a page may weigh, as it is served. @type {Record<string, number>} */
const budgets = { "tandem.js": 10_240, "tandem-extras.js": 8_192, "tandem-upload.js": 24_576 };
/** What the core set of widgets may weigh: its script and its styles. */
const widgets = { files: ["tandem-ui.js", "tandem-ui.css"], budget: 102_400 };

/**
 * What users get: everything `package.json` points to is built, its types compile in any project, and the page's
 * runtime is within its budget.
 */
export async function run() {
  const { brotliBytes } = await buildAll();
  const sizes = Object.keys(budgets).map(servedSize);
  const failures = promisedFiles()
    .filter((file) => !existsSync(join(root, file)))
    .map((file) => `package.json: ${file} is not there after a build`);
  failures.push(...(await typeErrors()));
  Object.entries(budgets).forEach(([name, budget], index) => {
    const size = sizes[index] ?? 0;
    if (size > budget)
      failures.push(`dist/browser/${name}: ${size} bytes (brotli) where at most ${budget} are allowed`);
  });
  const widgetBytes = widgets.files.reduce((sum, name) => sum + servedSize(name), 0);
  if (widgetBytes > widgets.budget)
    failures.push(`${widgets.files.join(" and ")}: ${widgetBytes} bytes (brotli) where ${widgets.budget} are allowed`);
  const note = `page's runtime: ${brotliBytes} of ${budgets["tandem.js"]} bytes (brotli), widgets: ${widgetBytes} of ${widgets.budget}`;
  return { failures, note };
}

const servedSize = (/** @type {string} */ name) => statSync(join(root, "dist/browser", `${name}.br`)).size;

/** Of the package's own: what other packages' types lack is not for us to mend. */
async function typeErrors() {
  const { output } = await runTool("typescript/bin/tsc", ["-p", "test/types/package", "--pretty", "false"]);
  return output.split("\n").filter((line) => /^(?:dist|test)\//.test(line));
}

/** @returns {string[]} */
function promisedFiles() {
  const { exports, bin } = JSON.parse(read("package.json"));
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? target : Object.values(target),
  );
  return [...targets, ...Object.values(bin)];
}
