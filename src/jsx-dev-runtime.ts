/** What the compiler imports for JSX in development builds. */
export { Fragment, jsxDEV } from "./view/jsx/runtime.ts";
export type { JSX } from "./jsx-runtime.ts";
