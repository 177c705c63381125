import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { root } from "../../scripts/support/run.js";
import { appsOf, toSite } from "../../src/session/apps.ts";
import { TestSession } from "../support/test-session.ts";

/** The page's blocks of TSX that are whole examples, in order. */
export const examplesOf = (page: string): string[] =>
  [...page.matchAll(/^```tsx\n([^]*?)^```/gm)].map(([, code = ""]) => code);

/** A folder for examples, inside the repository, so that "tandem" means this package. */
export function exampleFolder(name: string) {
  const folder = join(root, ".tandem", `${name}-${process.pid}`);
  return {
    file: (name: string) => join(folder, name),
    async open() {
      await mkdir(folder, { recursive: true });
      // It says how JSX compiles.
      await writeFile(
        join(folder, "tsconfig.json"),
        JSON.stringify({ extends: "../../tsconfig.base.json", include: ["."] }),
      );
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Loads an example and shows all that it exports to be shown, without an error. */
export async function runExample(file: string, code: string): Promise<void> {
  await writeFile(file, code);
  const exported = Object.entries<unknown>(await import(file));
  for (const [name, value] of exported) if (/^[A-Z]|^default$/.test(name)) await show(value);
}

/** Opens a session of each app of it, as a page would, and has it end. */
async function show(exported: unknown): Promise<void> {
  for (const { root: component, options } of appsOf(toSite(exported)).values()) {
    const test = new TestSession(component, { app: options });
    test.connect();
    await test.session.close();
    expect(test.log.filter(({ level }) => level === "error")).toEqual([]);
  }
}
