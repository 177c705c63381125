// @ts-check
/**
 * `npm run fuzz`: malformed input against the core, see `test/security/fuzz/main.ts`.
 *
 *   npm run fuzz                       300,000 inputs, a new seed
 *   npm run fuzz -- --seed 1           the same inputs again
 *   npm run fuzz -- --inputs 15000     fewer
 *   npm run fuzz -- --rate 1000        more of them a second over sockets
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./support/run.js";

const program = join(root, ".tandem/fuzz/main.js");
await build({
  entryPoints: [join(root, "test/security/fuzz/main.ts")],
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
  external: ["ws", "esbuild", "chokidar"],
  sourcemap: "inline",
  logLevel: "error",
});
const args = ["--expose-gc", "--enable-source-maps", program, ...process.argv.slice(2)];
spawn(process.execPath, args, { stdio: "inherit" }).on("exit", (code) => process.exit(code ?? 1));
