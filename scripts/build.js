// @ts-check
/**
 * Builds `dist/`: the package (JavaScript, types, source maps) with tsc, and the page's runtime
 * (`dist/browser/tandem.js` and `.css`, `tandem-http.js` for where WebSockets fail, and what pages load when they need
 * it; also compressed) with esbuild.
 *
 *   node scripts/build.js             both
 *   node scripts/build.js --browser   only the page's runtime
 *
 * Types are not checked here: that is `npm run check`. Files are written over the old ones and stale
 * ones removed at the end, so that a server running from `dist/` never finds it empty.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { buildIcons } from "./build-icons.js";
import { buildParts, isPartFile } from "./build-parts.js";
import { root, runTool } from "./support/run.js";
import { shortenedNames } from "./support/short-names.js";
import { writeWhole } from "./support/write-whole.js";

const dist = join(root, "dist");
const stampFile = join(root, "node_modules/.cache/tandem-build.json");

/** Bundles the page's runtime and its styles; answers the script's size, compressed as it is served. */
export async function buildBrowser() {
  const [script] = await Promise.all([
    bundleFile("main.ts", "tandem.js", "esm"),
    bundleFile("http-main.ts", "tandem-http.js", "esm"),
    bundleFile("extras-main.ts", "tandem-extras.js", "esm"),
    bundleFile("upload-main.ts", "tandem-upload.js", "esm"),
    bundleFile("tandem.css", "tandem.css"),
    buildParts(),
    buildIcons(),
  ]);
  return script;
}

/**
 * @param {string} source in `src/browser/`
 * @param {string} target in `dist/browser/`
 * @param {"iife" | "esm"} format
 */
async function bundleFile(source, target, format = "iife") {
  const entry = join(root, "src/browser", source);
  if (!existsSync(entry)) throw new Error(`Expected a part of the page's runtime at ${relative(root, entry)}.`);
  const result = await bundle({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format,
    target: "es2022",
    charset: "utf8",
    mangleProps: new RegExp(`^(?:${shortenedNames.join("|")})$`),
    legalComments: "none",
    logLevel: "silent",
  });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  const brotli = compressed(code);
  const file = join(dist, "browser", target);
  await mkdir(dirname(file), { recursive: true });
  await Promise.all([
    writeWhole(file, code),
    writeWhole(`${file}.br`, brotli),
    writeWhole(`${file}.gz`, gzipSync(code, { level: 9 })),
  ]);
  return { bytes: code.length, brotliBytes: brotli.length };
}

/** @param {Uint8Array} code */
function compressed(code) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_QUALITY } = constants;
  return brotliCompressSync(code, {
    params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_SIZE_HINT]: code.length },
  });
}

/** Compiles the package, unless nothing changed since the last time. */
export async function buildPackage() {
  const inputs = await fingerprint();
  const stamp = await readStamp();
  if (stamp.inputs === inputs && stamp.outputs.every((file) => existsSync(join(root, file)))) return;
  const { code, output } = await runTool("typescript/bin/tsc", ["-p", "tsconfig.build.json", "--listEmittedFiles"]);
  const outputs = [...output.matchAll(/^TSFILE: (.+)$/gm)].map((match) => relative(root, String(match[1])));
  if (code !== 0) throw new Error(output.replace(/^TSFILE: .+\n/gm, ""));
  await removeStale(new Set(outputs));
  await mkdir(dirname(stampFile), { recursive: true });
  await writeWhole(stampFile, JSON.stringify({ inputs, outputs }));
}

export async function buildAll() {
  const [, browser] = await Promise.all([buildPackage(), buildBrowser()]);
  return browser;
}

async function readStamp() {
  try {
    const stamp = JSON.parse(await readFile(stampFile, "utf8"));
    return { inputs: String(stamp.inputs), outputs: /** @type {string[]} */ (stamp.outputs) };
  } catch {
    return { inputs: "", outputs: [] };
  }
}

async function fingerprint() {
  const hash = createHash("sha256");
  const sources = (await readdir(join(root, "src"), { recursive: true })).map((name) => join("src", name));
  for (const file of [...sources, "tsconfig.base.json", "tsconfig.build.json", "scripts/build.js"].sort()) {
    const found = await stat(join(root, file)).catch(() => undefined);
    if (found?.isFile()) hash.update(`${file} ${found.size} ${found.mtimeMs}\n`);
  }
  return hash.digest("hex");
}

async function removeStale(/** @type {Set<string>} */ current) {
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const file = relative(root, join(entry.parentPath, entry.name));
    const bundled = /^dist\/browser\/tandem(-\w+)?\.(js|css)/.test(file);
    const written = bundled || isPartFile(file) || file === "dist/icons.json" || current.has(file);
    if (entry.isFile() && !written) await rm(join(root, file), { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = performance.now();
  try {
    const { brotliBytes } = process.argv.includes("--browser") ? await buildBrowser() : await buildAll();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `Built dist/ in ${seconds} s; the page's runtime is ${brotliBytes.toLocaleString("en")} bytes (brotli).`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
