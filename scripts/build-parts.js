// @ts-check
/**
 * Builds the parts of the page's runtime that only pages with certain widgets load: each `src/browser/ui/<part>-main.ts`,
 * with `<part>-main.css` where there is one, and each language of `CodeInput`, becomes `dist/browser/tandem-<part>.js`
 * and `.css`, compressed too, and `dist/browser/parts.json` lists the hashes of their content. What is bundled from
 * packages keeps its licences, in `tandem-<part>.licences.txt`. A part whose files have not changed is left as it is.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build as bundle } from "esbuild";
import { codeLanguages, languageOptions, languageScript, sharedPackages } from "./support/code-languages.js";
import { ownIcons } from "./support/own-icons.js";
import { root } from "./support/run.js";
import { writeWhole } from "./support/write-whole.js";

const sources = join(root, "src/browser/ui");
const target = join(root, "dist/browser");
const stampFile = join(root, "node_modules/.cache/tandem-parts.json");
/** Of what parts are made, besides what is bundled. */
const recipe = ["package.json", "scripts/build-parts.js", "scripts/support/code-languages.js"];

/** @typedef {{ hashes: { js: string, css?: string }, inputs: Record<string, string> }} Stamp what a part was made of */

export async function buildParts() {
  const stamps = await readStamps();
  const entries = await Promise.all(
    (await partNames()).map(async (name) => [name, await buildPart(name, stamps[name])]),
  );
  /** @type {Record<string, Stamp>} */
  const built = Object.fromEntries(entries);
  const hashes = Object.fromEntries(Object.entries(built).map(([name, stamp]) => [name, stamp.hashes]));
  await mkdir(target, { recursive: true });
  await mkdir(join(root, "node_modules/.cache"), { recursive: true });
  await writeWhole(join(target, "parts.json"), JSON.stringify(hashes));
  await writeWhole(stampFile, JSON.stringify(built));
}

async function partNames() {
  const mains = (await readdir(sources)).flatMap((file) => /^(\w+)-main\.ts$/.exec(file)?.[1] ?? []);
  return [...mains, ...codeLanguages().map((language) => `code-${language}`)];
}

/** @param {string} name @param {Stamp | undefined} stamp @returns {Promise<Stamp>} */
async function buildPart(name, stamp) {
  if (stamp !== undefined && (await isFresh(name, stamp))) return stamp;
  const language = /^code-(\w+)$/.exec(name)?.[1];
  const { outputFiles, metafile } = await bundlePart(
    language === undefined ? entriesOf(name) : languageOptions(language),
  );
  /** @type {Stamp["hashes"]} */
  const hashes = { js: "" };
  for (const file of outputFiles) {
    const extension = file.path.endsWith(".css") ? "css" : "js";
    const contents = language === undefined ? file.contents : Buffer.from(languageScript(language, file, metafile));
    hashes[extension] = await writeCompressed(join(target, `tandem-${name}.${extension}`), contents);
  }
  const files = Object.keys(metafile.inputs).filter((file) => existsSync(join(root, file)));
  await writeWhole(join(target, `tandem-${name}.licences.txt`), await licences(files));
  const inputs = await Promise.all([...files, ...recipe].map(async (file) => [file, await stampOf(file)]));
  return { hashes, inputs: Object.fromEntries(inputs) };
}

/** @param {string} name @returns {import("esbuild").BuildOptions} */
function entriesOf(name) {
  const styles = join(sources, `${name}-main.css`);
  return {
    entryPoints: {
      [`tandem-${name}`]: join(sources, `${name}-main.ts`),
      ...(existsSync(styles) ? { [`tandem-${name}.styles`]: styles } : {}),
    },
    plugins: name === "elements" ? [ownIcons] : name === "code" ? [sharedPackages] : [],
  };
}

/** @param {import("esbuild").BuildOptions} options */
const bundlePart = (options) =>
  bundle({
    ...options,
    absWorkingDir: root,
    outdir: target,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: options.format ?? "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".svg": "text" },
  });

/** @param {string} name @param {Stamp} stamp */
async function isFresh(name, { hashes, inputs }) {
  if (!existsSync(join(target, `tandem-${name}.js.br`))) return false;
  if (existsSync(join(sources, `${name}-main.css`)) !== (hashes.css !== undefined)) return false;
  const stamps = await Promise.all(Object.keys(inputs).map(stampOf));
  return Object.values(inputs).every((stamp, index) => stamp === stamps[index]);
}

/** @param {string} file from the root */
async function stampOf(file) {
  const found = await stat(join(root, file)).catch(() => undefined);
  return found === undefined ? "" : `${found.size} ${found.mtimeMs}`;
}

/** @param {string} file @param {Uint8Array} content @returns its hash */
async function writeCompressed(file, content) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_QUALITY } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_SIZE_HINT]: content.length };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await mkdir(target, { recursive: true });
  await Promise.all([writeWhole(file, content), writeWhole(`${file}.br`, brotli), writeWhole(`${file}.gz`, gzipped)]);
  return createHash("sha256").update(content).digest("base64url").slice(0, 12);
}

/** The licences of the packages that these files are of. @param {string[]} files */
async function licences(files) {
  const packages = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const texts = [...new Set(packages)].sort().map(async (folder) => {
    const name = (await readdir(join(root, folder))).find((file) => /^licen[cs]e/i.test(file));
    const text = name === undefined ? "" : await readFile(join(root, folder, name), "utf8");
    const { name: title, version, license } = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
    return `${title} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n\n`);
}

/** @returns {Promise<Record<string, Stamp>>} */
async function readStamps() {
  return readFile(stampFile, "utf8").then(JSON.parse, () => ({}));
}

export const isPartFile = (/** @type {string} */ file) =>
  /^tandem-[\w-]+\.(?:js|css|licences\.txt)|^parts\.json$/.test(relative(target, join(root, file)));
