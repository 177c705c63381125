import type { TemplateNode } from "../protocol/operations.ts";
import type { Template } from "./template.ts";

/**
 * What HTML's parser would move: first paint then looks different from what a client builds later. Only the commonest
 * mistakes are known here, and only between a parent and its child.
 */

const BLOCKS = new Set(
  "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
    " ",
  ),
);
const TABLE_PARTS = new Set("caption colgroup thead tbody tfoot template".split(" "));
const ROW_HOLDERS = new Set(["thead", "tbody", "tfoot"]);

const checked = new WeakSet<Template>();

/** The first mistake in a template, with the remedy; `null` where there is none, or it was told before. */
export function findMisplaced(template: Template): string | null {
  if (checked.has(template)) return null;
  checked.add(template);
  return search(template.definition, "");
}

function search(nodes: readonly TemplateNode[], parent: string): string | null {
  for (const node of nodes) {
    if (!Array.isArray(node)) continue;
    const [tag, , ...children] = node;
    const remedy = misplacement(parent, tag);
    const found = remedy === null ? search(children, tag === "!" ? parent : tag) : `<${tag}> in <${parent}>: ${remedy}`;
    if (found !== null) return found;
  }
  return null;
}

/** What to do about `child` directly in `parent`; `null` when HTML allows it. */
function misplacement(parent: string, child: string): string | null {
  if (parent === "p" && BLOCKS.has(child)) return `Put <${child}> beside <p>, or write <div> for <p>.`;
  if (parent === "table" && child === "tr") return "Put <tbody> around the rows.";
  if (parent === "table" && !TABLE_PARTS.has(child)) return `Put <${child}> outside of the table, or in a cell.`;
  if (ROW_HOLDERS.has(parent) && child !== "tr" && child !== "template") return `Put <tr> around <${child}>.`;
  if (parent === "tr" && child !== "td" && child !== "th" && child !== "template") return `Put <td> around <${child}>.`;
  if (parent === child && (child === "a" || child === "button" || child === "form")) return `Take one <${child}> away.`;
  return null;
}
