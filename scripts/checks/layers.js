// @ts-check
import { dirname, posix } from "node:path";
import { Visitor } from "rolldown/utils";
import { entryPoints, filesIn, lineAt, parse, typeScript } from "../support/source-files.js";

/**
 * What each folder of `src/` may import, besides itself. `type:` allows types only.
 * The order is the order to read the folders in: each builds on those before it.
 *
 * @type {Record<string, string>}
 */
const allowed = {
  core: "",
  reactive: "core",
  protocol: "core",
  view: "reactive protocol core",
  transport: "protocol core",
  link: "protocol core type:transport",
  session: "view transport reactive protocol core",
  document: "reactive protocol core",
  pages: "session view reactive core",
  ui: "pages session view reactive protocol core",
  flow: "ui session view reactive core",
  browser: "link transport protocol core type:ui",
  client: "link document transport protocol core",
  cluster: "session transport protocol core",
  server: "browser cluster document session view transport protocol core",
  testing: "server browser client ui flow pages document session view transport link reactive protocol core",
  cli: "server session core",
};

/** Folders that run in a page as well as in Node, or only in a page. */
const withoutNode = new Set(["core", "reactive", "protocol", "view", "link", "browser"]);

/** Which folders may import which package. @type {Record<string, string>} */
const packages = {
  "alien-signals": "reactive",
  "@standard-schema/spec": "session pages ui flow",
  bowser: "session server",
  ws: "transport server",
  srvx: "server",
  "@tus/server": "session",
  "@tus/file-store": "session",
  "file-type": "session",
  "tus-js-client": "browser",
  "@awesome.me/webawesome": "browser",
  "@floating-ui/dom": "browser",
  uplot: "browser",
  "bootstrap-icons": "browser",
  "markdown-it": "ui",
  "highlight.js": "ui",
  "ag-grid-community": "browser",
  echarts: "browser",
  codemirror: "browser",
  "@codemirror/commands": "browser",
  "@codemirror/lang-css": "browser",
  "@codemirror/lang-html": "browser",
  "@codemirror/lang-javascript": "browser",
  "@codemirror/lang-json": "browser",
  "@codemirror/lang-markdown": "browser",
  "@codemirror/lang-python": "browser",
  "@codemirror/lang-sql": "browser",
  "@codemirror/language": "browser",
  "@codemirror/state": "browser",
  "@codemirror/view": "browser",
  "@lezer/highlight": "browser",
  esbuild: "cli",
  chokidar: "cli",
  "happy-dom": "testing",
  "@testing-library/dom": "testing",
  "@testing-library/user-event": "testing",
};

/** @typedef {{ file: string, line: number, specifier: string, typeOnly: boolean }} Import */

/** Layers: folders import only downwards, files never in a circle, and nobody inside uses the entry points. */
export function run() {
  const entries = new Set(entryPoints().values());
  const files = filesIn("src", typeScript);
  const imports = files.flatMap(importsOf);
  const apps = [...filesIn("gallery", typeScript), ...filesIn("examples", typeScript)].flatMap(importsOf);
  return {
    failures: [
      ...files.filter((file) => file.endsWith("/index.ts") && !entries.has(file)).map(strayIndex),
      ...[...entries].filter((file) => files.includes(file)).flatMap(starExports),
      ...imports.flatMap((found) => problem(found, entries).map((text) => `${found.file}:${found.line}: ${text}`)),
      ...apps.filter(reachesInside).map(({ file, line }) => `${file}:${line}: apps import "tandem", not its files`),
      ...cycles(imports.filter((found) => !found.typeOnly)),
    ],
    note: `${files.length} files, ${imports.length} imports`,
  };
}

/** @param {string} file @returns {Import[]} */
function importsOf(file) {
  const { text, parsed } = parse(file);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  /** @type {Import[]} */
  const found = [];
  const add = (/** @type {number} */ at, /** @type {string} */ specifier, /** @type {boolean} */ typeOnly) =>
    found.push({ file, line: lineAt(text, at), specifier, typeOnly });
  for (const { start, moduleRequest, entries } of staticImports) {
    add(start, moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { start, entries } of staticExports) {
    const from = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (from)
      add(
        start,
        from.value,
        entries.every((entry) => entry.isType),
      );
  }
  for (const { start, moduleRequest } of dynamicImports) {
    const literal = /^["'](.*)["']$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal) add(start, String(literal[1]), false);
  }
  new Visitor({
    TSImportType: (node) => add(node.start, node.source.value, true),
  }).visit(parsed.program);
  return found;
}

/** @param {Import} found @param {Set<string>} entries @returns {string[]} */
function problem({ file, specifier, typeOnly }, entries) {
  const from = folderOf(file);
  if (specifier.startsWith("node:")) {
    return withoutNode.has(from) ? [`${from}/ also runs in a page, where ${specifier} is missing`] : [];
  }
  if (!specifier.startsWith(".")) {
    const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    return packages[name]?.split(" ").includes(from) ? [] : [`${from || "src"}/ may not import the package ${name}`];
  }
  const target = resolve(file, specifier);
  const to = folderOf(target);
  if (entries.has(target) && from !== "") return [`${target} is for users; import the file that declares the name`];
  if (from === to || from === "") return [];
  const list = allowed[from];
  if (list === undefined) return [`${from}/ has no place among the layers in scripts/checks/layers.js`];
  if (list.split(" ").includes(to) || (typeOnly && list.split(" ").includes(`type:${to}`))) return [];
  return [`${from}/ may not import ${to || "src"}/ (${specifier}); it may import ${list || "nothing"}`];
}

/** The first folder below `src/`, or "" for the entry files beside them. @param {string} file */
const folderOf = (file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? "";

/** @param {string} file @param {string} specifier */
const resolve = (file, specifier) => posix.join(dirname(file), specifier);

/** @param {string} file */
const strayIndex = (file) => `${file}: index.ts is only for entry points; name the file by its job`;

/** @param {string} file */
function starExports(file) {
  const everything = parse(file).parsed.module.staticExports.some(({ entries }) =>
    entries.some((entry) => entry.importName.kind === "AllButDefault"),
  );
  return everything ? [`${file}: "export *" hides what is public; name each export`] : [];
}

/** The gallery shows the examples beside it; nothing else of another folder is an app's. @param {Import} found */
const reachesInside = ({ file, specifier }) => {
  if (!specifier.startsWith(".")) return false;
  const [from, to] = [file, resolve(file, specifier)].map((path) => path.split("/")[0]);
  return from !== to && !(from === "gallery" && to === "examples");
};

/** Files that import each other in a circle, each circle once. @param {Import[]} imports */
function cycles(imports) {
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  for (const { file, specifier } of imports) {
    if (!specifier.startsWith(".")) continue;
    graph.set(file, (graph.get(file) ?? new Set()).add(resolve(file, specifier)));
  }
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ file, /** @type {string[]} */ path) => {
    if (path.includes(file)) found.push(`circle: ${[...path.slice(path.indexOf(file)), file].join(" → ")}`);
    if (done.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
