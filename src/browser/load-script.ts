import { readPageConfig } from "./page-config.ts";

const config = readPageConfig(document);
let attempt = 0;

/** Loads `tandem-<name>.js`. Browsers may remember that a script could not be loaded, so each attempt has its own address. */
export function loadScript(name: string): Promise<unknown> {
  // A variable, as the build would look for files to include in a text that stands in `import()` itself.
  const address = `./tandem-${name}-${config.v}.js?${attempt}`;
  return import(address).catch((error: unknown) => {
    attempt++;
    throw error;
  });
}
