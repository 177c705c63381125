import { common, createLowlight } from "lowlight";
import type { Child } from "tandem";

const lowlight = createLowlight({ typescript: common.typescript!, xml: common.xml! });

type Tree = ReturnType<typeof lowlight.highlight>;

/** TypeScript as text and `<span>`s, whose classes say what each piece is. */
export function highlight(source: string): Child {
  return lowlight.highlight("typescript", source).children.map(toNode);
}

function toNode(node: Tree["children"][number]): Child {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return null;
  return <span class={[node.properties["className"]].flat().join(" ")}>{node.children.map(toNode)}</span>;
}
