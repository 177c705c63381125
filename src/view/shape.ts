import type { TemplateNode } from "../protocol/operations.ts";

/** Marks in a shape; see `shape-compiler.ts` for the grammar. */
export const Mark = {
  Id: "\x01",
  Slot: "\x02",
  Literal: "\x03",
  Region: "\x04",
  EndEvents: "\x05",
} as const;

/** What stands between two stretches of constant HTML. */
export const Gap = {
  /** The next id of the block. */
  Id: 0,
  /** The next slot, a string: escaped. */
  Text: 1,
  /** The next slot, live: it writes its own HTML. */
  Live: 2,
  /** The next slot, live: the content of a textarea. */
  Content: 3,
} as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/** Where a block's slot comes from when the block is built: a live slot, or a literal that varies. */
export const Origin = { Live: 0, VaryingLiteral: 1, ConstantLiteral: 2 } as const;
export type Origin = (typeof Origin)[keyof typeof Origin];

export interface CompiledTemplate {
  readonly strings: readonly string[];
  readonly gaps: readonly Gap[];
  readonly definition: TemplateNode[];
}
