import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { findBrowser, type Machine } from "../../src/cli/window/browser-program.ts";
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
