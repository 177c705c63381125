import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, extname, join, parse, relative, resolve } from "node:path";
import { nearestName } from "../core/nearest-name.ts";
import { UsageError } from "./cli-error.ts";

const EXTENSIONS = [".tsx", ".ts", ".jsx", ".js", ".mts", ".mjs"];

/** The absolute path of an app's file, which exists and is something that can be built. */
export function resolveAppFile(given: string, folder: string): string {
  const file = resolve(folder, given);
  if (!existsSync(file))
    throw new UsageError(`Expected a file at ${given}, but there is none.${suggestion(file, folder)}`);
  if (statSync(file).isDirectory()) {
    throw new UsageError(
      `Expected a file, but ${given} is a folder. Name the app's file in it, as ${join(given, "app.tsx")}`,
    );
  }
  if (!EXTENSIONS.includes(extname(file))) {
    const came = extname(file) === "" ? "none" : `"${extname(file)}"`;
    throw new UsageError(`Expected a file that ends in ${EXTENSIONS.join(", ")}, but got ${came} in ${given}.`);
  }
  return file;
}

/** The folder of files to serve under `assets/`: as given, or `assets` beside the app if there is one. */
export function resolveAssets(given: string | undefined, appFile: string, folder: string): string | undefined {
  const assets = given === undefined ? join(dirname(appFile), "assets") : resolve(folder, given);
  if (existsSync(assets) && statSync(assets).isDirectory()) return assets;
  if (given === undefined) return undefined;
  throw new UsageError(`Expected --assets to be a folder, but there is none at ${given}.`);
}

function suggestion(file: string, folder: string): string {
  const beside = existsSync(dirname(file)) ? readdirSync(dirname(file)) : [];
  // Without their extensions, which make any two files look alike.
  const sources = new Map(
    beside.filter((name) => EXTENSIONS.includes(extname(name))).map((name) => [parse(name).name, name]),
  );
  const nearest = nearestName(parse(file).name, sources.keys());
  if (nearest === undefined) return "";
  return ` Did you mean ${relative(folder, join(dirname(file), sources.get(nearest)!))}?`;
}
