import * as extras from "../browser/extras-main.ts";
import type { Extras, ExtrasPage } from "../browser/extras/extras.ts";
import type { Compile } from "../browser/extras/page-code.ts";

/** The page's extras; DOMs for Node run no scripts, so code of the session is compiled here. */
const extrasInNode = {
  default: (page: ExtrasPage): Extras => extras.default({ ...page, compile: compileFor(page.window) }),
};

/** The scripts that a page loads when it needs them, by short name. */
const scripts: Readonly<Record<string, () => Promise<object>>> = {
  extras: () => Promise.resolve(extrasInNode),
  // As built: what it is made of is not a package that whoever tests an app has.
  upload: () => import(new URL("../../dist/browser/tandem-upload.js", import.meta.url).href) as Promise<object>,
};

/** Gives a page in Node such a script. */
export function loadScript(name: string): Promise<unknown> {
  return scripts[name]?.() ?? Promise.reject(new Error(`There is no script "${name}".`));
}

/** Makes functions that see what is in the page's window, as scripts of the page do. */
function compileFor(window: Window): Compile {
  // The code is the tested app's own.
  // oxlint-disable-next-line typescript/no-implied-eval
  return (source) => new Function("window", `with (window) { return (${source}\n) }`)(window) as ReturnType<Compile>;
}

/** Runs the app's own scripts, each by itself as in a browser. They cannot import others here. */
export function runAppScripts(
  window: Window,
  { scripts = [], failed }: { scripts?: string | readonly string[]; failed(error: unknown): void },
): void {
  for (const script of [scripts].flat()) {
    try {
      Promise.resolve(compileFor(window)(`async () => {\n${script}\n}`)()).catch(failed);
    } catch (error) {
      failed(error);
    }
  }
}
