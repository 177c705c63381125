import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findChromium } from "../../scripts/support/find-chromium.js";
import { dial, fetchRaw, later } from "../server/support.tsx";
import { project, tandemWith } from "./support.ts";

const APP = `import { session, signal } from "tandem";

export default function Counter() {
  const clicks = signal(0);
  return (
    <main>
      <p>{session.runningInWindow ? "in a window" : "on the web"}</p>
      <button onClick={() => clicks.value++}>Clicked {clicks}</button>
    </main>
  );
}
`;

const WITH_SETTINGS = `import { app, session, UserSettings } from "tandem";

class Clicks extends UserSettings {
  clicks = 0;
}

function Counter() {
  const kept = session.get(Clicks);
  return <button onClick={() => kept.clicks++}>Clicked {() => kept.clicks} times</button>;
}

export default app(Counter, { attachments: [Clicks] });
`;

/** The Chromium of the tests, without a screen, and open to be driven; it writes down what it was started with. */
function browserIn(folder: string): string {
  const program = join(folder, "browser");
  const args = "--headless=new --no-sandbox --disable-gpu --remote-debugging-port=0";
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/started"\nexec "${findChromium()}" ${args} "$@"\n`,
  );
  chmodSync(program, 0o755);
  return program;
}

const until = async (condition: () => boolean | Promise<boolean>) =>
  expect.poll(condition, { timeout: 30_000, interval: 50 }).toBe(true);

async function startWindow(kind: "start" | "dev", app = APP) {
  const { folder, write } = project({ "app.tsx": app });
  const change = { TANDEM_BROWSER: browserIn(folder), XDG_DATA_HOME: join(folder, "data") };
  const command = tandemWith(change, folder, kind, "app.tsx", "--window");
  const [, port] = await command.says(/runs in a window of its own, .* at http:\/\/localhost:(\d+)\//);
  await until(() => existsSync(join(folder, "started")));
  const started = readFileSync(join(folder, "started"), "utf8").split("\n");
  const profile = started.find((arg) => arg.startsWith("--user-data-dir="))!.slice("--user-data-dir=".length);
  const url = started.find((arg) => arg.startsWith("--app="))!.slice("--app=".length);
  const debugging = join(profile, "DevToolsActivePort");
  await until(() => existsSync(debugging) && readFileSync(debugging, "utf8").includes("\n"));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(debugging, "utf8").split("\n")[0]}`);
  later(() => browser.close());
  const [context] = browser.contexts();
  let page: Page | undefined;
  await until(() => (page = context!.pages().find((each) => each.url().startsWith("http"))) !== undefined);
  return { command, page: page!, profile, url, port: Number(port), write, folder };
}

describe("an app in a window of its own", () => {
  it("O50: start shows it, and O53: to nobody else", async () => {
    const { command, page, url, port } = await startWindow("start");
    await page.getByText("in a window").waitFor();
    await page.getByRole("button", { name: "Clicked" }).click();
    await page.getByText("Clicked 1").waitFor();
    expect(new URL(page.url()).search).toBe("");
    expect(await page.evaluate("document.cookie")).not.toContain("tandem-window");

    const { pathname, search } = new URL(url);
    for (const path of ["/", pathname + search, "/_tandem/line", "/_tandem/socket", "/assets/x"]) {
      const answer = await fetchRaw(port, path);
      expect([path, answer.status, answer.headers["set-cookie"]]).toEqual([path, 403, undefined]);
    }
    const guess = await fetchRaw(port, "/", { headers: { cookie: "tandem-window=00000000000000000000000000" } });
    expect(guess.status).toBe(403);
    await expect(dial(port, {})).rejects.toThrow("status 403");

    command.signal("SIGTERM");
    expect(await command.exited).toBe(0);
  });

  it("O51: the command ends with its window, and leaves no profile behind", async () => {
    const { command, page, profile } = await startWindow("start");
    await page.getByText("Clicked 0").waitFor();
    await page.close();
    expect(await command.exited).toBe(0);
    expect(existsSync(profile)).toBe(false);
  });

  it("O51: the window ends with its command, in development too", async () => {
    const { command, page, profile, write } = await startWindow("dev");
    await page.getByText("Clicked 0").waitFor();
    write("app.tsx", APP.replace("Clicked", "Counted"));
    await page.getByText("Counted 0").waitFor();
    const gone = page.waitForEvent("close");
    command.signal("SIGINT");
    await gone;
    expect(await command.exited).toBe(0);
    expect(existsSync(profile)).toBe(false);
  });

  it("A45: what the person sets is in a file of the user's, while the profile is gone", async () => {
    const { command, page, folder, profile } = await startWindow("start", WITH_SETTINGS);
    await page.getByRole("button", { name: "Clicked 0 times" }).click();
    await page.getByRole("button", { name: "Clicked 1 times" }).waitFor();
    await page.close();
    expect(await command.exited).toBe(0);
    const data = join(folder, "data", "tandem");
    const [name] = readdirSync(data);
    expect(JSON.parse(readFileSync(join(data, name!), "utf8"))).toEqual({ ":": { clicks: "1" } });
    expect([name, existsSync(profile)]).toEqual([expect.stringMatching(/^app-[0-9a-f]{8}\.json$/), false]);
  });

  it("O52: a browser that opens no window is an error that has its words", async () => {
    const { folder } = project({ "app.tsx": APP });
    const program = join(folder, "broken");
    writeFileSync(program, "#!/bin/sh\necho 'no display here' >&2\nexit 21\n");
    chmodSync(program, 0o755);
    const command = tandemWith({ TANDEM_BROWSER: program }, folder, "start", "app.tsx", "--window");
    expect(await command.exited).toBe(1);
    expect(command.output()).toMatch(/to open a window, but it ended with 21\. It said:\s+no display here/);
  });
});
