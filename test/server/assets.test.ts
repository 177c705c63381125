import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { byteRange } from "../../src/core/byte-range.ts";
import { fetchRaw, later, run } from "./support.tsx";

let folder = "";
beforeEach(() => {
  const top = mkdtempSync(join(tmpdir(), "tandem-assets-"));
  later(() => rmSync(top, { recursive: true }));
  folder = join(top, "assets");
  mkdirSync(join(folder, "deep/er"), { recursive: true });
  mkdirSync(join(top, "assets-secret"));
  writeFileSync(join(top, "secret.txt"), "SECRET");
  writeFileSync(join(top, "assets-secret/secret.txt"), "SECRET");
  writeFileSync(join(folder, "plain.txt"), "0123456789");
  writeFileSync(join(folder, "ein blatt ä.svg"), "<svg/>");
  writeFileSync(join(folder, "deep/er/data.unknown"), "data");
  writeFileSync(join(folder, "empty.css"), "");
  writeFileSync(join(folder, ".env"), "SECRET");
  symlinkSync(join(top, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(top, join(folder, "up"));
  symlinkSync(join(folder, "plain.txt"), join(folder, "inside.txt"));
});

it("H54: files are served with their type and a validator", async () => {
  const { port, sessions } = await run(undefined, { assets: folder, basePath: "/desk" });
  const plain = await fetchRaw(port, "/desk/assets/plain.txt?v=1");
  expect(plain).toMatchObject({ status: 200, text: "0123456789" });
  expect(plain.headers).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
    "content-length": "10",
  });
  const again = await fetchRaw(port, "/desk/assets/plain.txt", { headers: { "if-none-match": plain.headers.etag! } });
  expect(again).toMatchObject({ status: 304, text: "" });
  const head = await fetchRaw(port, "/desk/assets/plain.txt", { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, text: "" });
  const svg = await fetchRaw(port, "/desk/assets/ein%20blatt%20%C3%A4.svg");
  expect(svg).toMatchObject({ status: 200, text: "<svg/>" });
  expect(svg.headers["content-type"]).toBe("image/svg+xml");
  const unknown = await fetchRaw(port, "/desk/assets/deep/er/data.unknown");
  expect(unknown.headers["content-type"]).toBe("application/octet-stream");
  expect(await fetchRaw(port, "/desk/assets/empty.css")).toMatchObject({ status: 200, text: "" });
  expect((await fetchRaw(port, "/desk/assets/inside.txt")).text).toBe("0123456789");
  expect(sessions).toHaveLength(0);
});

it("H54: one range is served as asked", async () => {
  const { port } = await run(undefined, { assets: folder });
  const part = await fetchRaw(port, "/assets/plain.txt", { headers: { range: "bytes=2-4" } });
  expect(part).toMatchObject({ status: 206, text: "234" });
  expect(part.headers["content-range"]).toBe("bytes 2-4/10");
  const past = await fetchRaw(port, "/assets/plain.txt", { headers: { range: "bytes=10-" } });
  expect(past.status).toBe(416);
  expect(past.headers["content-range"]).toBe("bytes */10");
  expect(byteRange("bytes=-3", 10)).toEqual({ start: 7, end: 9 });
  expect(byteRange("bytes=-30", 10)).toEqual({ start: 0, end: 9 });
  expect(byteRange("bytes=-0", 10)).toBe("unsatisfiable");
  expect(byteRange("bytes=5-999", 10)).toEqual({ start: 5, end: 9 });
  for (const other of [undefined, "bytes=-", "bytes=4-2", "bytes=0-1,3-4", "items=0-1"]) {
    expect(byteRange(other, 10)).toBeUndefined();
  }
});

it("H55: nothing outside the folder, and nothing hidden, is served", async () => {
  const { port, sessions } = await run(undefined, { assets: folder });
  const hostile = [
    "../secret.txt",
    "..%2fsecret.txt",
    "%2e%2e/secret.txt",
    "%2e%2e%2fsecret.txt",
    "%252e%252e/secret.txt",
    "..\\secret.txt",
    "..%5csecret.txt",
    "deep/../../secret.txt",
    "./../secret.txt",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "../assets-secret/secret.txt",
    "plain.txt%00.svg",
    "plain.txt/",
    "link.txt",
    "up/secret.txt",
    ".env",
    "deep",
    "deep/",
    "",
    "%",
    "%ff",
    "C:%5cwindows",
    "missing.txt",
  ];
  for (const path of hostile) {
    const answer = await fetchRaw(port, `/assets/${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.text).not.toContain("SECRET");
  }
  expect(sessions).toHaveLength(0);
});
