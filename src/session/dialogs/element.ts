import { JsxNode, type Child } from "../../view/node.ts";

/** What `<tag …props>…children</tag>` is, for code that is no JSX. */
export const element = (tag: string, props: Readonly<Record<string, unknown>>, ...children: Child[]): JsxNode =>
  new JsxNode(tag, { ...props, children });
