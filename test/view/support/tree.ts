/** A document as plain objects, for comparing screens: what a browser would hold, without one. */
export interface TreeElement {
  readonly kind: "element";
  /** With its namespace in front when that is not HTML: `svg:circle`. */
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: TreeNode[];
}
export interface TreeText {
  readonly kind: "text";
  readonly text: string;
}
export interface TreeComment {
  readonly kind: "comment";
  readonly text: string;
}
export type TreeNode = TreeElement | TreeText | TreeComment;

export const element = (tag: string, attributes: Iterable<[string, string]> = []): TreeElement => ({
  kind: "element",
  tag,
  attributes: new Map(attributes),
  children: [],
});

/** One text for each tree: equal trees, equal texts. Neighbouring texts count as one, and empty ones as none. */
export function serialize(nodes: readonly TreeNode[]): string {
  let text = "";
  for (const node of nodes) {
    if (node.kind === "text") text += node.text.replaceAll("<", "‹");
    else if (node.kind === "comment") text += `<!--${node.text}-->`;
    else text += `<${[node.tag, ...attributesOf(node)].join(" ")}>${serialize(node.children)}</>`;
  }
  return text;
}

const attributesOf = (node: TreeElement): string[] =>
  [...node.attributes].map(([name, value]) => `${name}=${JSON.stringify(value)}`).sort();

/** The namespace in which the children of an element stand. */
export function namespaceInside(tag: string): string {
  if (/^svg:(foreignObject|desc|title)$|^math:(annotation-xml|mi|mo|mn|ms|mtext)$/.test(tag)) return "";
  return /^(svg|math):/.exec(tag)?.[0] ?? "";
}
