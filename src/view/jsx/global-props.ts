import type { Child, Live } from "../node.ts";
import type { AriaAttributes } from "./aria.ts";
import type { Attribute, Json, Numeric, TrueOrFalse, Word } from "./attribute-value.ts";
import type { ClassValue, StyleValue } from "./class-and-style.ts";
import type { EventProps } from "./event-props.ts";
import type { Ref } from "./ref-type.ts";

/** What every element takes, of HTML, SVG and MathML alike. */
export interface ElementProps extends AriaAttributes, EventProps {
  autofocus?: Attribute<boolean>;
  class?: Live<ClassValue>;
  id?: Attribute<string>;
  lang?: Attribute<string>;
  nonce?: Attribute<string>;
  part?: Attribute<string>;
  ref?: Ref;
  slot?: Attribute<string>;
  style?: Live<StyleValue>;
  tabindex?: Attribute<Numeric>;
  [data: `data-${string}`]: Attribute<string | number | boolean>;
  /** Sets a property of the element in the browser, where there is no attribute for it. */
  [property: `prop:${string}`]: Live<Json | undefined>;
}

/** What every element of HTML takes. */
export interface GlobalProps extends ElementProps {
  accesskey?: Attribute<string>;
  autocapitalize?: Attribute<"off" | "none" | "on" | "sentences" | "words" | "characters">;
  autocorrect?: Attribute<"on" | "off">;
  contenteditable?: Attribute<TrueOrFalse | "plaintext-only">;
  dir?: Attribute<"ltr" | "rtl" | "auto">;
  draggable?: Attribute<TrueOrFalse>;
  enterkeyhint?: Attribute<"enter" | "done" | "go" | "next" | "previous" | "search" | "send">;
  exportparts?: Attribute<string>;
  hidden?: Attribute<boolean | "until-found">;
  inert?: Attribute<boolean>;
  inputmode?: Attribute<"none" | "text" | "tel" | "url" | "email" | "numeric" | "decimal" | "search">;
  itemid?: Attribute<string>;
  itemprop?: Attribute<string>;
  itemref?: Attribute<string>;
  itemscope?: Attribute<boolean>;
  itemtype?: Attribute<string>;
  popover?: Attribute<boolean | "auto" | "manual" | "hint">;
  spellcheck?: Attribute<TrueOrFalse>;
  title?: Attribute<string>;
  translate?: Attribute<"yes" | "no">;
  writingsuggestions?: Attribute<TrueOrFalse>;
}

/** An element of HTML without content: the compiler refuses children only where they are declared away. */
export interface VoidProps extends GlobalProps {
  children?: undefined;
}

/** An element of HTML with content. */
export interface ContainerProps extends GlobalProps {
  children?: Child;
}

export type CrossOrigin = Attribute<boolean | "anonymous" | "use-credentials">;
export type ReferrerPolicy = Attribute<
  | "no-referrer"
  | "no-referrer-when-downgrade"
  | "origin"
  | "origin-when-cross-origin"
  | "same-origin"
  | "strict-origin"
  | "strict-origin-when-cross-origin"
  | "unsafe-url"
>;
export type Target = Attribute<Word<"_self" | "_blank" | "_parent" | "_top">>;
export type FetchPriority = Attribute<"high" | "low" | "auto">;
export type Loading = Attribute<"eager" | "lazy">;
