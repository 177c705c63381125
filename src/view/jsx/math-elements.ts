import type { Child } from "../node.ts";
import type { Attribute, Numeric } from "./attribute-value.ts";
import type { ElementProps } from "./global-props.ts";

type Length = Attribute<string | number>;
/** MathML wants the words. */
type Flag = Attribute<"true" | "false">;

interface MathProps extends ElementProps {
  children?: Child;
  dir?: Attribute<"ltr" | "rtl">;
  displaystyle?: Flag;
  mathbackground?: Attribute<string>;
  mathcolor?: Attribute<string>;
  mathsize?: Length;
  scriptlevel?: Attribute<Numeric | `+${number}`>;
}

interface MathRootProps extends MathProps {
  alttext?: Attribute<string>;
  display?: Attribute<"block" | "inline">;
  xmlns?: Attribute<string>;
}

interface IdentifierProps extends MathProps {
  mathvariant?: Attribute<"normal">;
}

interface OperatorProps extends MathProps {
  fence?: Flag;
  form?: Attribute<"prefix" | "infix" | "postfix">;
  largeop?: Flag;
  lspace?: Length;
  maxsize?: Length;
  minsize?: Length;
  movablelimits?: Flag;
  rspace?: Length;
  separator?: Flag;
  stretchy?: Flag;
  symmetric?: Flag;
}

interface SpaceProps extends MathProps {
  depth?: Length;
  height?: Length;
  width?: Length;
}

interface PaddedProps extends SpaceProps {
  lspace?: Length;
  voffset?: Length;
}

interface FractionProps extends MathProps {
  linethickness?: Length;
}

interface UnderOverProps extends MathProps {
  accent?: Flag;
  accentunder?: Flag;
}

interface MathCellProps extends MathProps {
  columnspan?: Attribute<Numeric>;
  rowspan?: Attribute<Numeric>;
}

/** The elements of MathML Core. */
export interface MathElements {
  annotation: MathProps;
  math: MathRootProps;
  merror: MathProps;
  mfrac: FractionProps;
  mi: IdentifierProps;
  mmultiscripts: MathProps;
  mn: MathProps;
  mo: OperatorProps;
  mover: UnderOverProps;
  mpadded: PaddedProps;
  mphantom: MathProps;
  mprescripts: MathProps;
  mroot: MathProps;
  mrow: MathProps;
  ms: MathProps;
  mspace: SpaceProps;
  msqrt: MathProps;
  mstyle: MathProps;
  msub: MathProps;
  msubsup: MathProps;
  msup: MathProps;
  mtable: MathProps;
  mtd: MathCellProps;
  mtext: MathProps;
  mtr: MathProps;
  munder: UnderOverProps;
  munderover: UnderOverProps;
  semantics: MathProps;
}
