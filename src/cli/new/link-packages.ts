import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { OWN_FOLDER } from "./own-package.ts";
import { TOOLS } from "./project-package.ts";

/**
 * Links what a project needs from a checkout of Tandem, so that it runs without anything to download. Says whether all
 * of it was there; else nothing is linked.
 */
export function linkPackages(folder: string): boolean {
  const targets = new Map<string, string>(TOOLS.map((tool) => [tool, join(OWN_FOLDER, "node_modules", tool)]));
  targets.set("tandem", OWN_FOLDER);
  if (![...targets.values()].every(existsSync)) return false;
  for (const [name, target] of targets) link(target, join(folder, "node_modules", name));
  for (const command of ["tsc", "vitest"]) linkCommand(folder, command);
  link(join(OWN_FOLDER, "bin/tandem.js"), join(folder, "node_modules/.bin/tandem"));
  return true;
}

function linkCommand(folder: string, name: string): void {
  const command = join(OWN_FOLDER, "node_modules/.bin", name);
  if (existsSync(command)) link(command, join(folder, "node_modules/.bin", name));
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  // A junction needs no rights of its own on Windows.
  symlinkSync(target, path, "junction");
}
