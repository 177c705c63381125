import type { Live } from "../node.ts";

/** The value of an attribute: fixed or live. `null` and `undefined` leave the attribute out. */
export type Attribute<T> = Live<T | null | undefined>;

/** A number, or one written as text. */
export type Numeric = number | `${number}`;

/** An attribute that says `true` or `false` in words, unlike one whose presence means true. */
export type TrueOrFalse = boolean | "true" | "false";

/** One of some known words, or any other text. */
export type Word<Known extends string> = Known | (string & {});

/** JSON, for setting a property of an element. */
export type { Json } from "../../protocol/operations.ts";
