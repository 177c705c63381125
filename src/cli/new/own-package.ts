import { existsSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the running Tandem is. */
export const OWN_FOLDER = fileURLToPath(new URL("../../../", import.meta.url));

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export function ownPackage(): PackageFile {
  return JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as PackageFile;
}

/** Whether it runs from a checkout, and not from where npm has put it. */
export const isCheckout = (): boolean =>
  existsSync(`${OWN_FOLDER}src`) && !OWN_FOLDER.includes(`${sep}node_modules${sep}`);
