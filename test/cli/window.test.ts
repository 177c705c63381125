import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { findBrowser, type Machine } from "../../src/cli/window/browser-program.ts";
import { SettingsFile, settingsPath } from "../../src/cli/window/settings-file.ts";
import type { LogEntry } from "../../src/core/log-entry.ts";
import { WindowGate } from "../../src/cli/window/window-gate.ts";
import { fetchRaw, later } from "../server/support.tsx";

const machine = (programs: readonly string[], more: Partial<Machine> = {}): Machine => ({
  platform: "linux",
  env: { PATH: "/usr/local/bin:/usr/bin" },
  home: "/home/ada",
  isProgram: (path) => programs.includes(path),
  ...more,
});

describe("finding a browser", () => {
  it("O50: a Chromium of any make is found where it usually is", () => {
    expect(findBrowser(machine(["/usr/bin/google-chrome", "/usr/bin/chromium"]))).toBe("/usr/bin/chromium");
    expect(findBrowser(machine(["/usr/bin/microsoft-edge"]))).toBe("/usr/bin/microsoft-edge");
    expect(findBrowser(machine(["/snap/bin/chromium"]))).toBe("/snap/bin/chromium");
    const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findBrowser(machine([mac], { platform: "darwin" }))).toBe(mac);
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const env = { "ProgramFiles(x86)": "C:\\Program Files (x86)" };
    expect(findBrowser(machine([edge], { platform: "win32", env }))).toBe(edge);
  });

  it("O50: TANDEM_BROWSER goes before", () => {
    const env = { PATH: "/usr/bin", TANDEM_BROWSER: "/opt/mine" };
    expect(findBrowser(machine(["/usr/bin/chromium", "/opt/mine"], { env }))).toBe("/opt/mine");
    expect(() => findBrowser(machine(["/usr/bin/chromium"], { env }))).toThrow("there is no program at /opt/mine");
  });

  it("O52: where there is none, the error says what was looked for", () => {
    expect(() => findBrowser(machine([]))).toThrow(expect.objectContaining({ code: "cli/no-browser" }));
    expect(() => findBrowser(machine([]))).toThrow(/chromium, .*google-chrome.*, .*microsoft-edge.*TANDEM_BROWSER/);
    expect(() => findBrowser(machine([], { platform: "darwin" }))).toThrow("/Applications/Chromium.app");
  });

  it("O52: a window is for this machine alone", async () => {
    const lines: string[] = [];
    const take = (line: string) => void lines.push(line);
    const terminal = { out: take, error: take, style: (_style: unknown, text: string) => text };
    expect(await main(["start", "app.tsx", "--window", "--host", "0.0.0.0"], terminal)).toBe(2);
    expect(lines.join("\n")).toContain("Expected --host of this machine alone with --window");
  });
});

describe("settings of an app in a window", () => {
  it("A45: they are in the user's data folder, named after the app's file and its folder", () => {
    const path = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
      settingsPath("/people/ada/apps/desk.tsx", { platform, env, home: "/people/ada" });
    expect(path("linux")).toMatch(/^\/people\/ada\/\.local\/share\/tandem\/desk-[0-9a-f]{8}\.json$/);
    expect(path("linux", { XDG_DATA_HOME: "/data" })).toMatch(/^\/data\/tandem\/desk-/);
    expect(path("darwin")).toMatch(/^\/people\/ada\/Library\/Application Support\/Tandem\/desk-/);
    expect(path("win32", { LOCALAPPDATA: "/local" })).toMatch(/^\/local\/Tandem\/desk-/);
    const other = settingsPath("/people/ada/other/desk.tsx", { platform: "linux", env: {}, home: "/people/ada" });
    expect(other).not.toBe(path("linux"));
  });

  function settingsFile() {
    const folder = mkdtempSync(join(tmpdir(), "tandem-settings-"));
    later(async () => rmSync(folder, { recursive: true, force: true }));
    const entries: LogEntry[] = [];
    const path = join(folder, "tandem", "desk.json");
    return { path, entries, open: () => new SettingsFile(path, (entry) => entries.push(entry)) };
  }

  it("A45: what is written is there for the next process, for its user alone", () => {
    const { path, entries, open } = settingsFile();
    const [file, told] = [open(), [] as string[]];
    const mine = () => told.push("mine");
    file.follow(mine);
    const stop = file.follow((key) => told.push(key));
    file.write(":reading", { name: '"Ada"', size: "18" }, mine);
    file.write("/desk:reading", { size: "20" }, mine);
    file.write(":reading", { size: null, __proto__: null }, mine);
    stop();
    file.write(":reading", { last: "1" }, mine);
    expect(told).toEqual([":reading", "/desk:reading", ":reading"]);
    const next = open();
    expect([next.read(":reading"), next.read("/desk:reading"), next.read("none")]).toEqual([
      { name: '"Ada"', last: "1" },
      { size: "20" },
      {},
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(["desk.json"]);
    expect(entries).toEqual([]);
  });

  it.each(["{", "7", "null", '{":reading": 7}', ""])("A45: a file of %j keeps nothing", (text) => {
    const { path, entries, open } = settingsFile();
    mkdirSync(dirname(path));
    writeFileSync(path, text);
    const file = open();
    expect(file.read(":reading")).toEqual({});
    expect(entries.length).toBe(text === "{" || text === "" ? 1 : 0);
    file.write(":reading", { name: '"Ada"' }, () => {});
    expect(open().read(":reading")).toEqual({ name: '"Ada"' });
  });

  it("A45: one that cannot be written is logged", () => {
    const { path, entries, open } = settingsFile();
    mkdirSync(path, { recursive: true });
    open().write(":reading", { name: '"Ada"' }, () => {});
    expect(entries.map(({ event, message }) => [event, message])).toEqual([
      ["settings/file", `${path} could not be read`],
      ["settings/file", `${path} could not be written`],
    ]);
  });
});

describe("the gate of a window", () => {
  it("O53: the secret is good once, for a cookie that scripts and other sites cannot use", async () => {
    const inside: string[] = [];
    const gate = new WindowGate(
      {
        listener: (request, response) => {
          inside.push(request.url!);
          response.end("inside");
        },
        upgrade: () => false,
        disconnectUser: async () => 0,
        close: async () => {},
      },
      "/desk",
    );
    const server = createServer((request, response) => gate.listener(request, response)).listen(0, "127.0.0.1");
    later(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const url = gate.urlAt("");
    const wrong = url.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    for (const path of ["/desk/", wrong, `${url}0`, "/desk/?tandem-window="]) {
      expect([path, (await fetchRaw(port, path)).status]).toEqual([path, 403]);
    }
    expect((await fetchRaw(port, url, { method: "HEAD" })).status).toBe(403);
    expect(gate.isOpened).toBe(false);
    const opening = await fetchRaw(port, url);
    expect([opening.status, opening.headers.location]).toEqual([303, "/desk/"]);
    const [line] = opening.headers["set-cookie"]!;
    expect(line).toMatch(/^tandem-window=[0-9a-v]{26}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(line).not.toContain(url.split("=")[1]!);
    expect((await fetchRaw(port, url)).status).toBe(403);
    const cookie = line!.split(";")[0]!;
    expect((await fetchRaw(port, "/desk/", { headers: { cookie } })).text).toBe("inside");
    expect((await fetchRaw(port, "/desk/", { headers: { cookie: `${cookie}0` } })).status).toBe(403);
    expect(inside).toEqual(["/desk/"]);
  });
});
