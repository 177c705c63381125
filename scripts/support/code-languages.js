// @ts-check
/**
 * The languages of `CodeInput`: each package `@codemirror/lang-<name>` becomes a script of its own, `tandem-code-<name>`.
 * None of them imports anything, so that each can be asked for again by itself where a line fails: what they share is in
 * the editor's script, which hands it to them.
 *
 * ```
 *   tandem-code.js             defines <tandem-code-editor>, and has what languages import
 *   tandem-code-html.js        waits for it, and says that it needs css and javascript
 *   tandem-code-css.js, …      in any order
 * ```
 */
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { root } from "./run.js";
import { read } from "./source-files.js";

const PACKAGE = /^@codemirror\/lang-(\w+)$/;
/** What all of them use, and must be there once. */
const SHARED = /^@codemirror\/(?:state|view|language)$|^@lezer\/(?:common|highlight|lr)$/;

/** @returns {string[]} such as `"css"` */
export function codeLanguages() {
  const { devDependencies } = JSON.parse(read("package.json"));
  return Object.keys(devDependencies).flatMap((name) => PACKAGE.exec(name)?.[1] ?? []);
}

/** What a language's script is bundled of. @param {string} language @returns {import("esbuild").BuildOptions} */
export const languageOptions = (language) => ({
  stdin: { contents: `export * from "@codemirror/lang-${language}";`, resolveDir: root },
  format: "cjs",
  plugins: [leftToTheEditor(`@codemirror/lang-${language}`)],
});

/**
 * @param {string} language
 * @param {import("esbuild").OutputFile} output as bundled with those options
 * @param {import("esbuild").Metafile} metafile
 */
export function languageScript(language, { text }, metafile) {
  const needs = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const facts = `name:"@codemirror/lang-${language}",needs:${JSON.stringify([...new Set(needs)].sort())}`;
  return `customElements.whenDefined("tandem-code-editor").then(editor=>editor.learn({${facts},run(require,module){${text}}}));`;
}

/** Has languages find elsewhere what they share, and in the place of completion, which no editor has, nothing. @param {string} own @returns {import("esbuild").Plugin} */
const leftToTheEditor = (own) => ({
  name: "left-to-the-editor",
  setup(build) {
    build.onResolve({ filter: /^@/ }, ({ path }) => {
      if (path === "@codemirror/autocomplete")
        return { path: fileURLToPath(new URL("../../src/browser/ui/code/no-completion.ts", import.meta.url)) };
      if (path !== own && (SHARED.test(path) || PACKAGE.test(path))) return { path, external: true };
      return undefined;
    });
  },
});

/**
 * Puts what the languages' scripts import, and no more, into the editor's `shared-packages.ts`.
 *
 * @type {import("esbuild").Plugin}
 */
export const sharedPackages = {
  name: "shared-packages",
  setup(build) {
    build.onLoad({ filter: /[\\/]code[\\/]shared-packages\.ts$/ }, async () => {
      const imports = await importedNames();
      const packages = [...imports.keys()].map((name, index) => {
        const names = [...(imports.get(name) ?? [])].sort();
        return {
          statement: `import { ${names.map((one) => `${one} as _${index}${one}`).join(", ")} } from "${name}";`,
          entry: `"${name}": { ${names.map((one) => `${one}: _${index}${one}`).join(", ")} }`,
        };
      });
      const statements = packages.map(({ statement }) => statement).join("\n");
      const entries = packages.map(({ entry }) => entry).join(",\n");
      return { contents: `${statements}\nexport const sharedPackages = {${entries}};`, resolveDir: root };
    });
  },
};

/** The names that languages import from each shared package. */
async function importedNames() {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const text of await Promise.all(codeLanguages().map(bundledAsModule))) {
    for (const [, names = "", from = ""] of text.matchAll(/^import \{([^}]*)\} from "([^"]+)";/gm)) {
      if (!SHARED.test(from)) continue;
      const known = found.get(from) ?? new Set();
      for (const [, name = ""] of names.matchAll(/(\w+)(?: as \w+)?\s*(?:,|$)/g)) known.add(name);
      found.set(from, known);
    }
  }
  return found;
}

/** @param {string} language */
async function bundledAsModule(language) {
  const { outputFiles } = await bundle({
    ...languageOptions(language),
    format: "esm",
    bundle: true,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
