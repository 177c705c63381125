import * as extras from "../browser/extras-main.ts";

/** The scripts that a page loads when it needs them, by short name. */
const scripts: Readonly<Record<string, object>> = { extras };

/** Gives a page in Node such a script, at once. */
export function loadScript(name: string): Promise<unknown> {
  const script = scripts[name];
  return script === undefined ? Promise.reject(new Error(`There is no script "${name}".`)) : Promise.resolve(script);
}
