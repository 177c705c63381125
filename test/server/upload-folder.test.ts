import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, it } from "vitest";

/** Makes a folder of uploads in a process of its own, which then ends as told; where it was, and with which mode. */
function leave(ending: string): { path: string; mode: string } {
  const module = new URL("../../dist/session/uploads/upload-folder.js", import.meta.url).href;
  const program = `
    import { statSync, writeFileSync } from "node:fs";
    import { dirname } from "node:path";
    const { UploadFolder } = await import(${JSON.stringify(module)});
    const folder = new UploadFolder();
    await folder.make();
    writeFileSync(folder.fileOf("one"), "x");
    const mode = (path) => (statSync(path).mode & 0o777).toString(8);
    console.log(JSON.stringify({ path: dirname(folder.path), mode: mode(dirname(folder.path)) + " " + mode(folder.path) }));
    ${ending}`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  return JSON.parse(stdout.split("\n")[0]!) as { path: string; mode: string };
}

it.each(["", "process.exit(3)", 'throw new Error("as asked")'])(
  "F40: what a process holds of uploads is for its own user alone, and gone when it ends with %j",
  (ending) => {
    const { path, mode } = leave(ending);
    expect(mode).toBe("700 700");
    expect(existsSync(path)).toBe(false);
  },
);
