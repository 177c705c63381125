// @ts-check
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./run.js";

/**
 * Bundles a long proof from `test/` with the sources it proves, runs it with this Node, and ends as it does. Its words
 * go to the terminal as they come.
 *
 * @param {string} source
 * @param {{ seconds: number, nodeOptions?: readonly string[] }} options `seconds`: how long it may take at most
 */
export async function runProof(source, { seconds, nodeOptions = [] }) {
  const name = source.replace(/.*\/(.*)\.tsx?$/, "$1");
  const program = join(root, ".tandem/proofs", `${name}.js`);
  await build({
    entryPoints: [join(root, source)],
    outfile: program,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "tandem",
    jsxDev: false,
    conditions: ["source"],
    external: ["ws", "chokidar", "esbuild", "happy-dom"],
    plugins: [inPlace],
    sourcemap: "inline",
    logLevel: "error",
  });
  const args = [...nodeOptions, "--enable-source-maps", program, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  const limit = setTimeout(() => {
    console.error(`This has taken more than ${seconds} s, and is ended.`);
    child.kill();
  }, seconds * 1_000);
  child.on("exit", (code) => {
    clearTimeout(limit);
    process.exitCode = code ?? 1;
  });
}

/**
 * What the sources look for beside themselves, as what the build has left, is found from where they are.
 *
 * @type {import("esbuild").Plugin}
 */
const inPlace = {
  name: "in-place",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\].*\.tsx?$/, namespace: "file" }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: extname(path) === ".tsx" ? "tsx" : "ts" };
    });
  },
};
