import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { NewCommand } from "../arguments.ts";
import { UsageError } from "../cli-error.ts";
import type { Terminal } from "../terminal.ts";
import { linkPackages } from "./link-packages.ts";
import { isCheckout } from "./own-package.ts";
import { packageName, projectPackage } from "./project-package.ts";
import { HINTS, templateFiles, type TemplateName } from "./templates.ts";

/** `tandem new`: makes a folder with an app, its test and what they need; asks nothing of the network. */
export function makeProject({ folder: given, template }: NewCommand, terminal: Terminal): void {
  const folder = resolve(given);
  checkFree(folder, given);
  const name = packageName(basename(folder));
  for (const { name: file, source } of templateFiles(template)) copyInto(folder, file, source, name);
  writeFileSync(join(folder, "package.json"), projectPackage(name));
  const isReady = isCheckout() && linkPackages(folder);
  terminal.out(nextSteps(relative(process.cwd(), folder) || ".", { template, isReady }));
}

function checkFree(folder: string, given: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new UsageError(`Expected a new folder, but ${given} is a file.`);
  if (readdirSync(folder).some((name) => name !== ".git")) {
    throw new UsageError(`Expected a new or empty folder, but there are files in ${given}. Choose another name.`);
  }
}

function copyInto(folder: string, file: string, source: string, name: string): void {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  if (file === "README.md") writeFileSync(target, readFileSync(source, "utf8").replaceAll("{name}", name));
  else copyFileSync(source, target);
}

function nextSteps(folder: string, { template, isReady }: { template: TemplateName; isReady: boolean }): string {
  const steps = [
    ...(folder === "." ? [] : [[`cd ${/\s/.test(folder) ? `"${folder}"` : folder}`, ""]]),
    ...(isReady ? [] : [["npm install", ""]]),
    ["npm run dev", "serve it, and reload its pages when a file changes"],
    ["npm test", "run its tests"],
    ["npm run check", "check its types"],
  ];
  const lines = steps.map(([command = "", what = ""]) => `  ${command.padEnd(16)}${what}`.trimEnd());
  return [
    `Made ${folder === "." ? "a project here" : folder} from the template "${template}". Next:`,
    "",
    ...lines,
    "",
    ...(HINTS[template] === undefined ? [] : [HINTS[template], ""]),
  ].join("\n");
}
