import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { fetchRaw, later, openPage, run } from "./support.tsx";

/** A served session whose app has assets. */
async function started(basePath = "") {
  const top = await mkdtemp(join(tmpdir(), "tandem-test-"));
  later(() => rm(top, { recursive: true }));
  const folder = join(top, "assets");
  await mkdir(join(folder, "in here"), { recursive: true });
  await writeFile(join(folder, "logo.svg"), "<svg/>");
  await writeFile(join(folder, "in here", "é.txt"), "text");
  await writeFile(join(folder, ".hidden"), "hidden");
  await writeFile(join(top, "secret.txt"), "secret");
  await symlink(join(top, "secret.txt"), join(folder, "link.txt"));
  await symlink(join(folder, "logo.svg"), join(folder, "inside.svg"));
  const running = await run(undefined, { assets: folder, basePath });
  await openPage(running.port, `${basePath}/`);
  return { ...running, folder, top, session: running.sessions[0]! };
}

describe("urlForAsset", () => {
  it("F20: the URL of an asset changes with its content, and what it leads to is kept for good", async () => {
    const { session, port, folder } = await started("/below");
    const url = session.urlForAsset("logo.svg");
    expect(url).toMatch(/^\/below\/assets\/logo\.svg\?v=[\w-]{12}$/);
    const answer = await fetchRaw(port, url);
    expect([answer.text, answer.headers["cache-control"]]).toEqual(["<svg/>", "public, max-age=31536000, immutable"]);
    await writeFile(join(folder, "logo.svg"), "<svg></svg>");
    const changed = session.urlForAsset("logo.svg");
    expect(changed).not.toBe(url);
    expect((await fetchRaw(port, url)).headers["cache-control"]).toBe("no-cache");
    expect((await fetchRaw(port, changed)).headers["cache-control"]).toContain("immutable");
    expect((await fetchRaw(port, `${url}x`)).headers["cache-control"]).toBe("no-cache");
  });

  it("F20: a path in the folder, an absolute one and a file: URL all do, whatever the name", async () => {
    const { session, port, folder } = await started();
    const urls = [
      "in here/é.txt",
      join(folder, "in here", "é.txt"),
      pathToFileURL(join(folder, "in here", "é.txt")),
    ].map((path) => session.urlForAsset(path));
    expect(new Set(urls).size).toBe(1);
    expect((await fetchRaw(port, urls[0]!)).text).toBe("text");
    expect(session.urlForAsset("inside.svg")).toBe(session.urlForAsset("logo.svg"));
    expect(session.urlForAsset("in here/../logo.svg")).toBe(session.urlForAsset("logo.svg"));
    expect(session.assets).toBe(folder);
  });

  it.each(["missing.svg", "in here", "LOGO.svg", "%2e%2e/secret.txt", "..%2fsecret.txt", "..\\secret.txt"])(
    "F21: %j is no file of the folder",
    async (path) => {
      const { session } = await started();
      expect(() => session.urlForAsset(path)).toThrow(expect.objectContaining({ code: "files/asset-missing" }));
    },
  );

  it.each(["../secret.txt", "link.txt", ".hidden", "/etc/passwd", "logo.svg\0", "", "in here/../../secret.txt"])(
    "F21: %j is outside",
    async (path) => {
      const { session, top } = await started();
      const outside = expect.objectContaining({ code: "files/outside-assets" });
      expect(() => session.urlForAsset(path)).toThrow(outside);
      expect(() => session.urlForAsset(join(top, "secret.txt"))).toThrow(outside);
      expect(() => session.urlForAsset(new URL("http://localhost/logo.svg"))).toThrow(outside);
    },
  );

  it("F21: an app without assets says how to have some", async () => {
    const { sessions, port } = await run();
    await openPage(port);
    expect(() => sessions[0]!.urlForAsset("logo.svg")).toThrow(expect.objectContaining({ code: "files/no-assets" }));
    expect(sessions[0]!.assets).toBe(undefined);
  });
});
