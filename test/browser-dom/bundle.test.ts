import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { Window } from "happy-dom";
import { expect, it } from "vitest";
import { shortenedNames } from "../../scripts/support/short-names.js";

function brotli(file: string): number {
  const data = readFileSync(file);
  return brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;
}

it("B90: the whole runtime is at most 10,240 bytes, styles 2,560, what HTTP needs 2,048 (minified, brotli)", () => {
  expect(brotli("dist/browser/tandem.js")).toBeLessThanOrEqual(10_240);
  expect(brotli("dist/browser/tandem.css")).toBeLessThanOrEqual(2_560);
  expect(brotli("dist/browser/tandem-http.js")).toBeLessThanOrEqual(2_048);
});

it("M32: what pages load only when they need it is at most 8,192 bytes (minified, brotli)", () => {
  expect(brotli("dist/browser/tandem-extras.js")).toBeLessThanOrEqual(8_192);
});

it("B91: no property whose name is shortened is one of the DOM, or goes over the line", () => {
  const taken = new Set([
    ...domNames(),
    ...wireNames(),
    ...deedNames(),
    "addCustomMessageHandler",
    "makeRequest",
    "version",
  ]);
  expect(["nodeName", "checked", "preventDefault", "heartbeat", "socket"].filter((name) => !taken.has(name))).toEqual(
    [],
  );
  expect(shortenedNames.filter((name) => taken.has(name))).toEqual([]);
});

/** The properties of everything that a page finds in its window. */
function domNames(): string[] {
  const window = new Window();
  const owners = Object.getOwnPropertyNames(window).map((name) => (window as unknown as Record<string, unknown>)[name]);
  const prototypes = owners.flatMap((owner) => (typeof owner === "function" ? [owner, owner.prototype] : [owner]));
  return [window, ...prototypes].flatMap((owner) => (Object(owner) === owner ? Object.getOwnPropertyNames(owner) : []));
}

/** What the session has its pages do, which they look up by name. */
function deedNames(): string[] {
  const folder = "src/session";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const text = files.map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n");
  const names = [...text.matchAll(/"do", "(\w+)"|\bname: "(\w+)", args/g)].map(([, deed, call]) => (deed ?? call)!);
  expect(names).toEqual(expect.arrayContaining(["run", "input", "entered", "eval", "clip"]));
  return names;
}

/** The keys of what is sent as JSON. */
function wireNames(): string[] {
  const sources = ["src/protocol/frames.ts", "src/protocol/operations.ts", "src/browser/page-config.ts"];
  return sources.flatMap((file) =>
    Array.from(readFileSync(file, "utf8").matchAll(/^ {2}(\w+)\??:/gm), ([, name]) => name!),
  );
}
