// @ts-check
import { Visitor } from "rolldown/utils";
import { filesIn, lineAt, parse, read, typeScript } from "../support/source-files.js";

/** @typedef {{ where: string, ids: string[] }} Proof */

/** SPEC.md against the tests: each rule has a test, each test a rule, and no rule's id is used twice. */
export function run() {
  const { rules, failures } = readRules();
  const proofs = filesIn("test", typeScript).flatMap((file) => [...titledTests(file, failures), ...typeTests(file)]);
  const proven = new Set(proofs.flatMap((proof) => proof.ids));
  for (const { where, ids } of proofs) {
    for (const id of ids) if (!rules.has(id)) failures.push(`${where}: SPEC.md has no rule ${id}`);
  }
  for (const [id, line] of rules) if (!proven.has(id)) failures.push(`SPEC.md:${line}: no test proves ${id}`);
  return { failures, note: `${rules.size} rules, ${proofs.length} tests` };
}

/** Rules by id, with their line: `- **R12** …`, under the heading that starts with their letter. */
function readRules() {
  /** @type {Map<string, number>} */
  const rules = new Map();
  /** @type {string[]} */
  const failures = [];
  let section = "";
  for (const [index, line] of read("SPEC.md").split("\n").entries()) {
    section = /^## (\S+)/.exec(line)?.[1] ?? section;
    const id = /^- \*\*([^*]+)\*\*/.exec(line)?.[1];
    if (id === undefined) continue;
    const where = `SPEC.md:${index + 1}`;
    if (!/^[A-Z]\d+$/.test(id)) failures.push(`${where}: "${id}" is not an id such as ${section}12`);
    else if (!id.startsWith(section)) failures.push(`${where}: ${id} stands in section ${section}`);
    if (rules.has(id)) failures.push(`${where}: ${id} is already the id of line ${rules.get(id)}`);
    rules.set(id, index + 1);
  }
  return { rules, failures };
}

/**
 * The tests of a file by the ids in their titles: `it("R12: …")`, `it.each(rows)("R12, R13: …")`.
 *
 * @param {string} file
 * @param {string[]} failures
 * @returns {Proof[]}
 */
function titledTests(file, failures) {
  const { text, parsed } = parse(file);
  /** @type {Proof[]} */
  const proofs = [];
  new Visitor({
    CallExpression(node) {
      const chain = calleeChain(node.callee);
      if (!isTestCall(chain) || tableMakers.has(chain.at(-1) ?? "")) return;
      const where = `${file}:${lineAt(text, node.start)}`;
      const banned = chain.find((name) => name === "skip" || name === "only" || name === "todo");
      if (banned !== undefined) failures.push(`${where}: "${banned}" hides tests`);
      const title = titleStart(node.arguments[0]);
      const ids = /^([A-Z]\d+(?:, [A-Z]\d+)*): /.exec(title)?.[1]?.split(", ");
      if (ids === undefined) failures.push(`${where}: a test's title starts with its rule's id, as in "R12: …"`);
      else proofs.push({ where, ids });
    },
  }).visit(parsed.program);
  return proofs;
}

/** These make the function that is then called with a title. */
const tableMakers = new Set(["each", "for", "runIf", "skipIf", "extend"]);

const modifiers = new Set([...tableMakers, "skip", "only", "todo", "concurrent", "sequential", "fails", "()"]);

/** A variable may be called `test` too; then other names follow. @param {string[]} chain */
function isTestCall([first, ...rest]) {
  return (first === "it" || first === "test") && rest.every((name) => modifiers.has(name));
}

/** `it.skip.each(rows)` → it, skip, each, () @param {import("rolldown/utils").ESTree.Expression} callee @returns {string[]} */
function calleeChain(callee) {
  switch (callee.type) {
    case "Identifier":
      return [callee.name];
    case "MemberExpression":
      return [...calleeChain(callee.object), callee.property.type === "Identifier" ? callee.property.name : "?"];
    case "CallExpression":
      return [...calleeChain(callee.callee), "()"];
    case "TaggedTemplateExpression":
      return [...calleeChain(callee.tag), "()"];
    default:
      return ["?"];
  }
}

/** The fixed text a title begins with. @param {import("rolldown/utils").ESTree.Argument | undefined} title @returns {string} */
function titleStart(title) {
  if (title?.type === "Literal") return String(title.value);
  if (title?.type === "TemplateLiteral") return title.quasis[0]?.value.cooked ?? "";
  if (title?.type === "BinaryExpression" && title.left.type !== "PrivateIdentifier") return titleStart(title.left);
  return "";
}

/** Type tests have no titles: a comment says which rule the next lines prove. @param {string} file @returns {Proof[]} */
function typeTests(file) {
  if (!/\.test-d\.tsx?$/.test(file)) return [];
  const { text, parsed } = parse(file);
  return parsed.comments.flatMap((comment) => {
    const ids = /^\W*([A-Z]\d+(?:, [A-Z]\d+)*): /.exec(comment.value)?.[1]?.split(", ");
    return ids === undefined ? [] : [{ where: `${file}:${lineAt(text, comment.start)}`, ids }];
  });
}
