import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCommand } from "../../src/cli/arguments.ts";
import { HELP } from "../../src/cli/help.ts";
import { main } from "../../src/cli/main.ts";
import { lineLog, oncePerPlace } from "../../src/server/log.ts";
import { attach, fetchRaw, openPage } from "../server/support.tsx";
import { COUNTER, project, serving, tandem } from "./support.ts";

async function inProcess(...argv: string[]) {
  const lines: string[] = [];
  const take = (line: string) => void lines.push(line);
  const code = await main(argv, { out: take, error: take, style: (_style, text) => text });
  return { code, text: lines.join("\n") };
}

describe("understanding the command", () => {
  it("C1: help and version print and exit with 0", async () => {
    for (const argv of [["--help"], ["-h"], ["help"], [], ["dev", "--help"]]) {
      expect(await inProcess(...argv)).toEqual({ code: 0, text: HELP });
    }
    expect(await inProcess("--version")).toEqual({ code: 0, text: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  it.each([
    [["dve", "app.tsx"], "Did you mean: tandem dev"],
    [["serve-everything"], "tandem --help"],
    [["app.tsx"], "Did you mean: tandem dev app.tsx"],
    [["dev"], "tandem dev app.tsx"],
    [["dev", "a.tsx", "b.tsx"], "Expected one file"],
    [["render", "a.tsx", "/b", "/c"], "Expected one file"],
    [["render", "a.tsx", "about"], "Expected the path of a page"],
    [["render", "a.tsx", "//evil.example/"], "Expected the path of a page"],
    [["rendre", "a.tsx"], "Did you mean: tandem render"],
    [["dev", "a.tsx", "--prot", "1"], "Did you mean --port?"],
    [["dev", "a.tsx", "--zzzzzzzzzz"], "tandem --help"],
    [["dev", "a.tsx", "--port"], "Expected a value after --port"],
    [["dev", "a.tsx", "--port", "-1"], "--port"],
    [["dev", "a.tsx", "--port", "70000"], "0 to 65535"],
    [["dev", "a.tsx", "--port=web"], "0 to 65535"],
    [["dev", "a.tsx", "--open=yes"], "stand alone"],
    [["dev", "a.tsx", "--trust-proxy", "some"], "--trust-proxy"],
  ])("C2: %j is refused with a remedy", async (argv, message) => {
    const { code, text } = await inProcess(...argv);
    expect(code).toBe(2);
    expect(text).toContain(message);
  });

  it("C2: what is right is read as it is meant", () => {
    const argv = "start app.tsx -p 9000 --host 0.0.0.0 --base /x --allow-origin https://a.example --trust-proxy 1";
    expect(readCommand([...argv.split(" "), "--allow-origin", "https://b.example"])).toEqual({
      kind: "start",
      file: "app.tsx",
      path: "/",
      port: 9000,
      host: "0.0.0.0",
      basePath: "/x",
      open: false,
      window: false,
      assets: undefined,
      allowedOrigins: ["https://a.example", "https://b.example"],
      trustProxy: 1,
    });
  });

  it("C3: a file that cannot be an app is refused with a remedy", async () => {
    const { folder } = project({ "counter.tsx": COUNTER, "notes.md": "", "deep/app.ts": "" });
    const at = (name: string) => inProcess("start", join(folder, name));
    const missing = await at("countre.tsx");
    expect(missing.code).toBe(2);
    expect(missing.text).toMatch(/there is none\. Did you mean .*counter\.tsx\?/);
    expect((await at("missing.tsx")).text).not.toContain("Did you mean");
    expect(await at("notes.md")).toMatchObject({ code: 2, text: expect.stringContaining('".md"') });
    expect(await at("deep")).toMatchObject({ code: 2, text: expect.stringContaining("is a folder") });
    const noAssets = await inProcess("start", join(folder, "counter.tsx"), "--assets", "nowhere");
    expect(noAssets).toMatchObject({ code: 2, text: expect.stringContaining("--assets") });
  });

  it("C14: render prints a page as a crawler gets it", async () => {
    const { folder } = project({
      "app.tsx": `import { session } from "tandem";
export default function Page() {
  session.setTitle("Printed");
  return <h1>{new URL(session.request.url).pathname} {String(session.isStub)}</h1>;
}
`,
      "broken.tsx": `export default function Page() { throw new Error("no page"); }`,
    });
    const home = tandem(folder, "render", "app.tsx");
    expect(await home.exited).toBe(0);
    expect(home.output()).toMatch(/^<!doctype html>\n<html lang="en">[^]*<title>Printed<\/title>[^]*<\/html>\n$/);
    expect(home.output()).toMatch(/<h1[^>]*>.*\/.*true.*<\/h1>/);
    expect(home.output()).not.toContain("<script");
    const below = tandem(folder, "render", "app.tsx", "/about?x=1", "--base", "/desk");
    expect(await below.exited).toBe(0);
    expect(below.output()).toContain("/desk/about");
    expect(below.output()).toContain('href="/desk/_tandem/tandem-');
    const broken = tandem(folder, "render", "broken.tsx");
    expect(await broken.exited).toBe(1);
    expect(broken.output()).toContain("no page");
  });

  it("C13: a warning is printed once for each place", () => {
    const lines: string[] = [];
    const log = oncePerPlace(lineLog({ sink: { out: () => {}, error: (line) => lines.push(line) } }));
    for (const place of ["Counter", "Counter", "Clock"]) {
      log({ level: "warn", event: "view/read-once", message: `${place} reads a signal.` });
      log({ level: "warn", event: "limit/maxFrameBytes", message: place });
    }
    expect(lines.filter((line) => line.includes("view/"))).toHaveLength(2);
    expect(lines.filter((line) => line.includes("limit/"))).toHaveLength(3);
  });
});

describe("tandem start", () => {
  it("C4, C7, C11: serves an app in a bare folder, in production mode, until SIGTERM", async () => {
    const files = { "counter.tsx": COUNTER, "assets/note.txt": "hello" };
    const { folder, list } = project(files);
    const { port, signal, exited } = await serving(folder, "start", "counter.tsx");
    const page = await openPage(port);
    expect(page.text).toContain("Clicked");
    expect(page.text).not.toContain('"dev"');
    expect((await fetchRaw(port, "/assets/note.txt")).text).toBe("hello");
    expect(list().sort()).toEqual(["assets", "counter.tsx"]);
    const client = await attach(port, page);
    await client.next();
    signal("SIGTERM");
    expect((await client.closed).code).toBe(1012);
    expect(await exited).toBe(0);
  });

  it("C5: a default export that is no app says what came", async () => {
    const { folder } = project({ "number.tsx": "export default 3;", "none.tsx": "export const x = 1;" });
    const [number, none] = [tandem(folder, "start", "number.tsx"), tandem(folder, "start", "none.tsx")];
    expect(await number.exited).toBe(1);
    expect(number.output()).toContain("number");
    expect(await none.exited).toBe(1);
    expect(none.output()).toContain("no default export");
    expect(none.output()).not.toMatch(/^\s+at /m);
  });

  it("C6: a busy port says what to do", async () => {
    const { folder } = project({ "counter.tsx": COUNTER });
    const { port } = await serving(folder, "start", "counter.tsx");
    const second = tandem(folder, "start", "counter.tsx", "--port", String(port));
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`port ${port}`);
    expect(second.output()).toContain("--port 0");
  });

  it("C9: an app that does not build exits with 1 and says where", async () => {
    const { folder } = project({ "app.tsx": "export default () => <main>\n  <p>x</b>\n</main>;" });
    const command = tandem(folder, "start", "app.tsx");
    expect(await command.exited).toBe(1);
    expect(command.output()).toMatch(/app\.tsx:2:\d+/);
    expect(command.output()).toContain("> 2 |   <p>x</b>");
    expect(existsSync(join(folder, ".tandem"))).toBe(false);
  });

  it("C10: import.meta and error positions are those of the source", async () => {
    const { folder } = project({
      "app.tsx": 'import { where } from "./deep/where.ts";\nexport default () => <p>{where.join("|")}</p>;',
      "deep/where.ts": "export const where = [import.meta.url, import.meta.dirname, import.meta.filename];",
      "broken.tsx": "\n\nexport default () => {\n  throw new Error('here');\n};",
    });
    const { port } = await serving(folder, "start", "app.tsx");
    const { text } = await openPage(port);
    expect(text).toContain(`file://${folder}/deep/where.ts|${folder}/deep|${folder}/deep/where.ts`);
    const broken = await serving(folder, "start", "broken.tsx");
    await fetchRaw(broken.port, "/");
    await broken.says(new RegExp(`${join(folder, "broken.tsx")}:4:\\d+`));
  });

  it("C12: what nothing catches is logged, and the server goes on", async () => {
    const { folder } = project({
      "app.tsx": `export default () => {
  queueMicrotask(() => { throw new Error("stray throw"); });
  void Promise.reject(new Error("stray promise"));
  return <p>still here</p>;
};`,
    });
    const { port, says } = await serving(folder, "start", "app.tsx");
    await fetchRaw(port, "/");
    await says(/process\/uncaught[^]*stray (throw|promise)[^]*stray (throw|promise)/);
    expect((await fetchRaw(port, "/")).text).toContain("still here");
  });
});
