import type { Attribute, Numeric } from "./attribute-value.ts";
import type { SvgProps } from "./svg-props.ts";

type Text = Attribute<string>;

export interface AnimationProps extends SvgProps {
  begin?: Text;
  dur?: Text;
  end?: Text;
  href?: Text;
  max?: Text;
  min?: Text;
  repeatCount?: Attribute<Numeric | "indefinite">;
  repeatDur?: Text;
  restart?: Attribute<"always" | "whenNotActive" | "never">;
}

/** Sets one attribute for a while. */
export interface SetProps extends AnimationProps {
  attributeName?: Text;
  fill?: Text;
  to?: Attribute<string | number>;
}

export interface AnimateProps extends SetProps {
  accumulate?: Attribute<"none" | "sum">;
  additive?: Attribute<"replace" | "sum">;
  by?: Attribute<string | number>;
  calcMode?: Attribute<"discrete" | "linear" | "paced" | "spline">;
  from?: Attribute<string | number>;
  keySplines?: Text;
  keyTimes?: Text;
  values?: Text;
}

export interface AnimateTransformProps extends AnimateProps {
  type?: Attribute<"translate" | "scale" | "rotate" | "skewX" | "skewY">;
}

export interface AnimateMotionProps extends AnimateProps {
  keyPoints?: Text;
  path?: Text;
  rotate?: Attribute<number | string>;
}

export interface MotionPathProps extends SvgProps {
  href?: Text;
}
