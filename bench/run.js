// @ts-check
/**
 * Measures Tandem and compares with the targets.
 *
 *   npm run bench                      a table
 *   npm run -s bench -- --json         one JSON object, `{ key: number }`, and nothing else
 *   npm run bench -- update memory     only those measures
 *
 * Each measure is a program of its own in `bench/measures/`, run by itself so that none meets another's garbage or
 * compiled code. It prints its figures as JSON.
 */
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { buildAll } from "../scripts/build.js";
import { root, run } from "../scripts/support/run.js";
import { figures } from "./figures.js";

const programs = join(root, ".tandem/bench");
/** In the order of the table. */
const measures = [
  "update",
  "memory",
  "table",
  "frames",
  "page",
  "events",
  "connections",
  "click",
  "rows",
  "stream",
  "grid",
  "fanout",
  "crowd",
  "first-page",
  "files",
];

const words = process.argv.slice(2);
const asJson = words.includes("--json");
const chosen = words.filter((word) => !word.startsWith("--"));
const unknown = words.filter((word) => !measures.includes(word) && word !== "--json");
if (unknown.length > 0) {
  console.error(
    `There is no measure or option ${unknown.join(", ")}. The measures are ${measures.join(", ")}; the option is --json.`,
  );
  process.exit(1);
}

const results = await measureAll(chosen.length > 0 ? chosen : measures);
if (asJson) console.log(JSON.stringify(results));
else printTable(results);

/** @param {readonly string[]} names @returns {Promise<Record<string, number>>} */
async function measureAll(names) {
  await Promise.all([buildAll(), buildMeasures()]);
  /** @type {Record<string, number>} */
  const all = {};
  for (const name of names) {
    if (!asJson) process.stderr.write(`measuring ${name} …\n`);
    Object.assign(all, await measure(name));
  }
  return all;
}

/**
 * Bundles each measure with the sources it measures, as a production build would be. Only what starts the real
 * server leaves `tandem` to `dist/`, where the page's runtime is.
 */
async function buildMeasures() {
  await mkdir(programs, { recursive: true });
  const files = filesIn("measures");
  const served = files.filter((file) => ["page.tsx", "grid.tsx"].includes(basename(file)));
  const inside = files.filter((file) => !served.includes(file));
  /** @type {import("esbuild").BuildOptions} */
  const common = {
    outdir: programs,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "tandem",
    jsxDev: false,
    sourcemap: "inline",
    logLevel: "error",
  };
  await Promise.all([
    build({
      ...common,
      entryPoints: inside,
      conditions: ["source"],
      external: ["ws", "chokidar", "esbuild", "happy-dom", "playwright-core"],
    }),
    build({ ...common, entryPoints: served, packages: "external", external: ["../../scripts/*"] }),
    build({ ...common, entryPoints: filesIn("servers"), outdir: join(programs, "servers"), packages: "external" }),
    build({
      entryPoints: [
        join(root, "bench/pages/react-table.js"),
        join(root, "bench/pages/local-stream.ts"),
        join(root, "bench/pages/local-grid.ts"),
      ],
      outdir: programs,
      absWorkingDir: root,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    }),
  ]);
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(join(root, "bench", folder)).map((file) => join(root, "bench", folder, file));
}

/** @param {string} name @returns {Promise<Record<string, number>>} */
async function measure(name) {
  const { code, output } = await run(process.execPath, [
    "--expose-gc",
    "--single-threaded-gc", // else collecting takes as long as other programs leave it processors for
    "--enable-source-maps",
    join(programs, `${name}.js`),
  ]);
  const result = output.split("\n").findLast((line) => line.startsWith("{"));
  if (code !== 0 || result === undefined) throw new Error(`The measure ${name} ended with ${code}:\n${output}`);
  return JSON.parse(result);
}

/** @param {Record<string, number>} all */
function printTable(all) {
  const rows = Object.entries(figures).flatMap(([key, figure]) =>
    key in all ? [rowOf(key, all[key] ?? NaN, figure)] : [],
  );
  const width = (/** @type {number} */ column) => Math.max(...rows.map((row) => String(row[column]).length));
  for (const [key = "", value = "", unit = "", target = "", verdict = ""] of rows) {
    const cells = [
      key.padEnd(width(0)),
      value.padStart(width(1)),
      unit.padEnd(width(2)),
      target.padStart(width(3)),
      verdict,
    ];
    console.log(cells.join("  ").trimEnd());
  }
}

/** @param {string} key @param {number} value @param {{ unit: string, target?: number, atLeast?: number }} figure */
function rowOf(key, value, { unit, target = Infinity, atLeast = -Infinity }) {
  if (target === Infinity && atLeast === -Infinity) return [key, shown(value), unit];
  const bound = target === Infinity ? `≥ ${shown(atLeast)}` : `≤ ${shown(target)}`;
  return [key, shown(value), unit, bound, value <= target && value >= atLeast ? "ok" : "NOT MET"];
}

/** @param {number} value */
function shown(value) {
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}
