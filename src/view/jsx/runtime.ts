import { JsxNode, type Child, type Component } from "../node.ts";

/**
 * What the compiler makes of a tag. The automatic JSX transform passes `key` beside the props; `For` reads it as
 * a prop, so it is put back.
 */
export function jsx(type: string | Component<never>, props: Readonly<Record<string, unknown>>, key?: unknown): JsxNode {
  return new JsxNode(type, key === undefined ? props : { ...props, key });
}

/** A tag with several children; they are an array in the props already. */
export const jsxs: typeof jsx = jsx;

/** As {@link jsx}; the source position that development builds pass along is not needed. */
export const jsxDEV: (
  type: string | Component<never>,
  props: Readonly<Record<string, unknown>>,
  key?: unknown,
  isStatic?: boolean,
  source?: unknown,
  self?: unknown,
) => JsxNode = jsx;

/** `<>…</>`: shows its children and nothing around them. */
export function Fragment(props: { children?: Child }): Child {
  return props.children;
}
