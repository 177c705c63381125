/** What languages are called, where their name is not just a capital letter away. */
const NAMES: Readonly<Record<string, string>> = {
  bash: "Shell",
  c: "C",
  cpp: "C++",
  csharp: "C#",
  cs: "C#",
  css: "CSS",
  graphql: "GraphQL",
  html: "HTML",
  ini: "INI",
  javascript: "JavaScript",
  js: "JavaScript",
  json: "JSON",
  jsx: "JSX",
  less: "Less",
  md: "Markdown",
  objectivec: "Objective-C",
  php: "PHP",
  plaintext: "Text",
  py: "Python",
  rb: "Ruby",
  rs: "Rust",
  scss: "SCSS",
  sh: "Shell",
  shell: "Shell",
  sql: "SQL",
  text: "Text",
  ts: "TypeScript",
  tsx: "TSX",
  txt: "Text",
  typescript: "TypeScript",
  vbnet: "VB.NET",
  wasm: "WebAssembly",
  xml: "XML",
  yaml: "YAML",
  yml: "YAML",
};

/** A language's name as people write it; empty where none is told. */
export function languageName(language: string): string {
  const known = NAMES[language.toLowerCase()];
  return known ?? language.charAt(0).toUpperCase() + language.slice(1);
}
