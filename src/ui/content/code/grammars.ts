import { createRequire } from "node:module";
import type { HLJSApi, LanguageFn } from "highlight.js";
import { TokenTree } from "./token-tree.ts";

/** The languages that are known, by highlight.js's names, and what else each is called. */
export const GRAMMARS: Readonly<Record<string, string>> = {
  arduino: "ino",
  bash: "sh zsh",
  c: "h",
  cpp: "cc c++ h++ hpp hh hxx cxx",
  csharp: "cs c#",
  css: "",
  diff: "patch",
  go: "golang",
  graphql: "gql",
  ini: "toml",
  java: "jsp",
  javascript: "js jsx mjs cjs",
  json: "jsonc json5",
  kotlin: "kt kts",
  less: "",
  lua: "pluto",
  makefile: "mk mak make",
  markdown: "md mkdown mkd",
  objectivec: "mm objc obj-c obj-c++ objective-c++",
  perl: "pl pm",
  php: "",
  "php-template": "",
  plaintext: "text txt",
  python: "py gyp ipython",
  "python-repl": "pycon",
  r: "",
  ruby: "rb gemspec podspec thor irb",
  rust: "rs",
  scss: "",
  shell: "console shellsession",
  sql: "",
  swift: "",
  typescript: "ts tsx mts cts",
  vbnet: "vb",
  wasm: "",
  xml: "html xhtml rss atom xjb xsd xsl plist wsf svg",
  yaml: "yml",
};

const names = new Map<string, string>();
for (const [name, others] of Object.entries(GRAMMARS))
  for (const alias of [name, ...others.split(" ")]) names.set(alias, name);
names.delete("");

/** What a language is called by highlight.js; nothing where none is known. */
export const grammarNamed = (language: string): string | undefined => names.get(language.toLowerCase());

const require = createRequire(import.meta.url);
let loaded: HLJSApi | undefined;

/** highlight.js with this language in it, and those that stand in it: each is read when it is first needed. */
export function highlighterFor(grammar: string): HLJSApi {
  if (loaded === undefined) {
    loaded = (require("highlight.js/lib/core") as HLJSApi).newInstance();
    loaded.configure({ __emitter: TokenTree });
  }
  addGrammar(loaded, grammar);
  return loaded;
}

function addGrammar(highlighter: HLJSApi, grammar: string): void {
  if (highlighter.getLanguage(grammar)) return;
  highlighter.registerLanguage(grammar, require(`highlight.js/lib/languages/${grammar}`) as LanguageFn);
  for (const inner of innerLanguages(highlighter.getLanguage(grammar))) {
    const name = grammarNamed(inner);
    if (name !== undefined) addGrammar(highlighter, name);
  }
}

/** The languages that stand in one, as HTML in Markdown: its rules name them, at any depth. */
function innerLanguages(rule: unknown, seen = new Set<unknown>(), found = new Set<string>()): Set<string> {
  if (typeof rule !== "object" || rule === null || rule instanceof RegExp || seen.has(rule)) return found;
  seen.add(rule);
  if ("subLanguage" in rule) for (const name of [rule.subLanguage].flat()) found.add(String(name));
  for (const part of Object.values(rule)) innerLanguages(part, seen, found);
  return found;
}
