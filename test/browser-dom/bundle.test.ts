import { brotliCompressSync, constants } from "node:zlib";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, it } from "vitest";

const brotli = (data: Uint8Array): number =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;

it("B90: the whole runtime is at most 10,240 bytes, its style sheet at most 1,536 (minified, brotli)", async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/browser/main.ts"],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  expect(brotli(outputFiles[0]!.contents)).toBeLessThanOrEqual(10_240);
  expect(brotli(readFileSync("src/browser/tandem.css"))).toBeLessThanOrEqual(1_536);
});
