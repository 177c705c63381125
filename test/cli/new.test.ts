import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TEMPLATES } from "../../src/cli/new/templates.ts";
import { packageName } from "../../src/cli/new/project-package.ts";
import { fetchRaw } from "../server/support.tsx";
import { project, tandem } from "./support.ts";

/** Runs a script of a project; resolves to what it wrote and its exit code. */
function npm(folder: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", ...args], { cwd: folder, env: { ...env, NO_COLOR: "1" } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe("tandem new", () => {
  it.each(Object.keys(TEMPLATES))(
    "C15: a project of the template %s type-checks, passes its tests and starts, with nothing to download",
    async (template) => {
      const { folder } = project({});
      const made = tandem(folder, "new", "my-app", "--template", template);
      expect([await made.exited, made.output()]).toEqual([0, expect.stringContaining("cd my-app")]);
      expect(made.output()).not.toContain("npm install");
      if (template === "admin") expect(made.output()).toContain("Sign in as ada");
      const app = join(folder, "my-app");
      expect(await npm(app, "check")).toEqual({ code: 0, output: "" });
      // What a person's own machine does in a moment takes long beside all other tests.
      const tested = await npm(app, "test", "--", "--testTimeout=120000");
      expect(tested).toMatchObject({ code: 0, output: expect.stringMatching(/Tests .*passed/) });
      const started = tandem(app, "start", "app.tsx", "--port", "0");
      const [, port] = await started.says(/http:\/\/localhost:(\d+)/);
      expect(await fetchRaw(Number(port), "/")).toMatchObject({ status: 200 });
    },
    600_000,
  );

  it("C16: a folder with files in it, a file, and a template that does not exist are refused with a remedy", async () => {
    const { folder } = project({ "full/app.tsx": "", file: "" });
    for (const [args, message] of [
      [["full"], "Choose another name"],
      [["file"], "is a file"],
      [["x", "--template", "admn"], "Did you mean admin?"],
      [[], "tandem new my-app"],
    ] as const) {
      const refused = tandem(folder, "new", ...args);
      expect([await refused.exited, refused.output()]).toEqual([2, expect.stringContaining(message)]);
    }
    expect(existsSync(join(folder, "x"))).toBe(false);
  });

  it("C17: is called as its folder, and has a .gitignore and a README of its own", async () => {
    const { folder } = project({});
    const made = tandem(folder, "new", "Our Tool!");
    expect([await made.exited, made.output()]).toEqual([0, expect.stringContaining('cd "Our Tool!"')]);
    const read = (name: string) => readFileSync(join(folder, "Our Tool!", name), "utf8");
    expect(JSON.parse(read("package.json"))).toMatchObject({ name: "our-tool", private: true, type: "module" });
    expect(read("README.md")).toContain("# our-tool");
    expect(read(".gitignore")).toContain("node_modules");
    expect(["..", "Ünï", ""].map(packageName)).toEqual(["app", "n", "app"]);
  });
});
