/** What the compiler imports for JSX; `jsxImportSource: "tandem"` names it. */
import type { CustomElementProps } from "./view/jsx/custom-element-props.ts";
import type { HtmlElements } from "./view/jsx/html-elements.ts";
import type { MathElements } from "./view/jsx/math-elements.ts";
import type { SvgElements } from "./view/jsx/svg-elements.ts";
import type { Child, JsxNode } from "./view/node.ts";

export { Fragment, jsx, jsxs } from "./view/jsx/runtime.ts";

/**
 * How the compiler checks JSX. The one namespace in Tandem: the compiler looks for it by this name, and an app adds
 * precise props for a custom element to it.
 *
 * @example
 * ```ts
 * import type { Child, Live } from "tandem";
 *
 * declare module "tandem/jsx-runtime" {
 *   namespace JSX {
 *     interface IntrinsicElements {
 *       "star-rating": { stars?: Live<number>; children?: Child };
 *     }
 *   }
 * }
 * ```
 */
export declare namespace JSX {
  type Element = JsxNode;
  /** A component may return anything that can be shown. */
  type ElementType = keyof IntrinsicElements | ((props: never) => Child);
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicElements extends HtmlElements, SvgElements, MathElements {
    [customElement: `${string}-${string}`]: CustomElementProps;
  }
}
