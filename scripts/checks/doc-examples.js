// @ts-check
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { root, runTool } from "../support/run.js";
import { filesIn, lineAt, parse, read, typeScript } from "../support/source-files.js";

/** @typedef {{ file: string, line: number, language: string, words: string[], code: string }} Example */

/**
 * Examples in doc comments and in the documentation compile as an app's code would. After the language of a
 * block, `no-check` leaves it out, and `browser` compiles it with the DOM's types instead of Node's.
 */
export async function run() {
  const examples = [...filesIn("src", typeScript).flatMap(inDocComments), ...documents().flatMap(inMarkdown)];
  const checked = examples.filter((example) => !example.words.includes("no-check"));
  // Inside the repository, so that "tandem" means this package.
  const folder = join(root, ".tandem", `doc-examples-${process.pid}`);
  try {
    const failures = await Promise.all([
      compile(
        join(folder, "server"),
        checked.filter((example) => !forBrowser(example)),
      ),
      compile(join(folder, "browser"), checked.filter(forBrowser)),
    ]);
    const skipped = examples.length - checked.length;
    return { failures: failures.flat(), note: `${checked.length} examples, ${skipped} marked no-check` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const documents = () =>
  ["README.md", "CONTRIBUTING.md", ...filesIn("docs", /\.md$/)].filter((file) => filesIn(".", /\.md$/).includes(file));

/** @param {Example} example */
const forBrowser = ({ file, words, code }) =>
  /^src\/(browser|testing)\//.test(file) || words.includes("browser") || /from "tandem\/testing"/.test(code);

/** @param {string} file */
const inMarkdown = (file) => examplesIn(file, read(file).split("\n"), 1);

/** @param {string} file */
function inDocComments(file) {
  const { text, parsed } = parse(file);
  const docs = parsed.comments.filter((comment) => comment.type === "Block" && comment.value.startsWith("*"));
  return docs.flatMap((comment) => {
    const lines = comment.value.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
    return examplesIn(file, lines, lineAt(text, comment.start));
  });
}

/**
 * @param {string} file
 * @param {string[]} lines
 * @param {number} firstLine the number in `file` of the first of `lines`
 */
function examplesIn(file, lines, firstLine) {
  /** @type {Example[]} */
  const examples = [];
  /** @type {Example | undefined} */
  let open;
  for (const [index, line] of lines.entries()) {
    const fence = /^\s*```(\S*)(.*)$/.exec(line);
    if (fence === null) {
      if (open !== undefined) open.code += `${line}\n`;
    } else if (open !== undefined) {
      if (open.language === "ts" || open.language === "tsx") examples.push(open);
      open = undefined;
    } else {
      const [, language = "", words = ""] = fence;
      open = { file, line: firstLine + index + 1, language, words: words.trim().split(/\s+/), code: "" };
    }
  }
  return examples;
}

/** @param {string} folder @param {Example[]} examples @returns {Promise<string[]>} */
async function compile(folder, examples) {
  if (examples.length === 0) return [];
  await mkdir(folder, { recursive: true });
  const names = new Map(examples.map((example, index) => [`${index}.${example.language}`, example]));
  await Promise.all([
    // Blank lines in front make the compiler's line the line in the documented file.
    ...[...names].map(([name, { line, code }]) => writeFile(join(folder, name), "\n".repeat(line - 1) + code)),
    writeFile(join(folder, "tsconfig.json"), JSON.stringify(project(folder))),
  ]);
  const { code, output } = await runTool("typescript/bin/tsc", ["-p", folder, "--pretty", "false"]);
  if (code === 0) return [];
  // What is wrong in the sources themselves is the `types` check's to say.
  const failures = [...output.matchAll(/^(.+?)\((\d+),(\d+)\): (error .*(?:\n .*)*)/gm)].flatMap(
    ([, path, line, , message]) => {
      const example = names.get(relative(folder, join(root, String(path))));
      return example === undefined ? [] : [`${example.file}:${line}: ${message}`];
    },
  );
  return failures.length > 0 || /\(\d+,\d+\): error/.test(output) ? failures : [output];
}

/** @param {string} folder */
function project(folder) {
  const dom = folder.endsWith("browser");
  return {
    extends: relative(folder, join(root, "tsconfig.base.json")),
    compilerOptions: {
      lib: ["ES2023", "ESNext.Disposable", ...(dom ? ["DOM", "DOM.Iterable"] : [])],
      types: ["node"],
      moduleDetection: "force",
      noEmit: true,
    },
    include: ["."],
  };
}
