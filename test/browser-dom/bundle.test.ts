import { brotliCompressSync, constants } from "node:zlib";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const brotli = (data: Uint8Array): number =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;

it("B90: the whole runtime is at most 10,240 bytes, its style sheet at most 1,536 (minified, brotli)", () => {
  expect(brotli(readFileSync("dist/browser/tandem.js"))).toBeLessThanOrEqual(10_240);
  expect(brotli(readFileSync("dist/browser/tandem.css"))).toBeLessThanOrEqual(1_536);
});
