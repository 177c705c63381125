import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { ContainerProps } from "../../view/jsx/global-props.ts";

/** What a `div` takes; its class is text or a set of classes, so that ours can stand beside it. */
export interface LayoutProps extends Omit<ContainerProps, "class"> {
  class?: ClassValue;
}
