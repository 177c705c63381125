import type { Child, Live } from "../node.ts";
import type { Attribute, Json } from "./attribute-value.ts";
import type { ClassValue, StyleValue } from "./class-and-style.ts";
import type { EventHandlerProp } from "./event-props.ts";
import type { ContainerProps } from "./global-props.ts";
import type { Ref } from "./ref-type.ts";

/**
 * An element of the app's own making or of a library: `<wa-rating>`. It takes everything an element of HTML takes,
 * any attribute, properties as `prop:name`, and its own events by their exact name: `on:wa-change`.
 */
export interface CustomElementProps extends ContainerProps {
  /** Only the platform's own controls bind; use an attribute and `on:…` here. */
  bind?: undefined;
  [attribute: string]: CustomAttribute;
}

/** Attributes are text, numbers or booleans; the rest is what the known props of {@link ContainerProps} take. */
type CustomAttribute =
  | Attribute<string | number | boolean>
  | Child
  | Live<ClassValue>
  | Live<StyleValue>
  | Ref
  | Live<Json | undefined>
  | EventHandlerProp<never>;
