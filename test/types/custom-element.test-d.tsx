import type { Child, Live } from "../../src/view/node.ts";

declare module "tandem/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      "star-rating": { stars?: Live<number>; children?: Child };
    }
  }
}

// J14: an app can say what a custom element of its own takes
export const good = <star-rating stars={3}>three</star-rating>;

// J14: and then nothing else compiles
export const bad = [
  // @ts-expect-error text where a number is expected
  <star-rating stars="3" />,
  // @ts-expect-error misspelt
  <star-rating strs={3} />,
];
