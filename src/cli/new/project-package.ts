import { isCheckout, OWN_FOLDER, ownPackage } from "./own-package.ts";

/** What a project's scripts and tests are run with, besides Tandem. */
export const TOOLS = [
  "@testing-library/dom",
  "@testing-library/user-event",
  "@types/node",
  "happy-dom",
  "typescript",
  "vitest",
] as const;

/** The `package.json` of a new project, with the versions that Tandem itself is tested with. */
export function projectPackage(name: string): string {
  const { version, devDependencies } = ownPackage();
  const content = {
    name,
    private: true,
    type: "module",
    scripts: {
      dev: "tandem dev app.tsx",
      start: "tandem start app.tsx",
      test: "vitest run",
      check: "tsc",
    },
    dependencies: { tandem: isCheckout() ? `file:${OWN_FOLDER.replace(/[/\\]$/, "")}` : version },
    devDependencies: Object.fromEntries(TOOLS.map((tool) => [tool, devDependencies[tool]])),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A folder's name as npm lets a package be called. */
export function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
  return name === "" ? "app" : name;
}
