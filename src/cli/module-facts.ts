import { readFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader, Plugin } from "esbuild";

const LOADERS: Record<string, Loader> = {
  ".ts": "ts",
  ".tsx": "tsx",
  ".mts": "ts",
  ".js": "js",
  ".jsx": "jsx",
  ".mjs": "js",
};

/** Keeps `import.meta.url`, `.dirname` and `.filename` those of the source file, not of the bundle. */
export const moduleFacts: Plugin = {
  name: "module-facts",
  setup(build) {
    build.initialOptions.define = {
      ...build.initialOptions.define,
      "import.meta.url": "__tandem_module_url",
      "import.meta.dirname": "__tandem_module_dirname",
      "import.meta.filename": "__tandem_module_filename",
    };
    build.onLoad({ filter: /\.m?[jt]sx?$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!source.includes("import.meta")) return undefined;
      return { contents: withFacts(path, source), loader: LOADERS[extname(path)] ?? "js" };
    });
  },
};

/** On the first line, so that all others keep their numbers. */
function withFacts(path: string, source: string): string {
  const facts = {
    __tandem_module_url: pathToFileURL(path).href,
    __tandem_module_dirname: dirname(path),
    __tandem_module_filename: path,
  };
  const declarations = Object.entries(facts).map(([name, value]) => `const ${name}=${JSON.stringify(value)};`);
  return declarations.join("") + source.replace(/^#!.*/, "");
}
