import type { Live } from "../node.ts";
import type { CssProperty } from "./css-property.ts";

/** A set of classes: each is there while its value is true. Several may share a key, separated by spaces. */
export interface ClassRecord {
  readonly [names: string]: Live<boolean | null | undefined>;
}

/** The `class` prop: text, a set, or a list of both in which what is falsy is left out. */
export type ClassValue = string | ClassRecord | false | null | undefined | readonly ClassValue[];

/** The value of one CSS property; a number is written as it is, without a unit. What is false or null is left out. */
export type StyleProperty = Live<string | number | false | null | undefined>;

/** CSS properties by their names in CSS, custom ones (`--accent`) included. */
export type StyleRecord = { readonly [Property in CssProperty]?: StyleProperty } & {
  readonly [custom: `--${string}`]: StyleProperty;
};

/** The `style` prop: text, a set of properties, or a list of both in which later ones win. */
export type StyleValue = string | StyleRecord | false | null | undefined | readonly StyleValue[];
