import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { transform } from "esbuild";
import { withPictures } from "./own-files.ts";
import type { App, Component } from "tandem";

/** In the repository, so that what examples import is what the gallery runs on. */
const FOLDER = fileURLToPath(new URL("../../.tandem/docs/", import.meta.url));
const modules = new Map<string, Promise<Component | undefined>>();

/** The component that an example shows; `undefined` for one that is a whole site, needs files, or shows nothing. Built once. */
export function exampleComponent(code: string): Promise<Component | undefined> {
  let found = modules.get(code);
  if (found === undefined) modules.set(code, (found = load(code)));
  return found;
}

async function load(text: string): Promise<Component | undefined> {
  const code = withPictures(text);
  if (code === undefined) return undefined;
  const options = { loader: "tsx", jsx: "automatic", jsxImportSource: "tandem", format: "esm" } as const;
  const { code: built } = await transform(code, options);
  const file = join(FOLDER, `${createHash("sha256").update(built).digest("hex").slice(0, 16)}.mjs`);
  await mkdir(FOLDER, { recursive: true });
  // Another process may be at it.
  await writeFile(`${file}.${process.pid}`, built);
  await rename(`${file}.${process.pid}`, file);
  return shownBy((await import(pathToFileURL(file).href)) as Record<string, unknown>);
}

function shownBy(exported: Record<string, unknown>): Component | undefined {
  const shown = exported["default"] ?? Object.entries(exported).find(([name]) => /^[A-Z]/.test(name))?.[1];
  if (typeof shown === "function") return shown as Component;
  const { root, options } = Object(shown) as Partial<App>;
  return options?.pages === undefined ? root : undefined;
}
