import type { Attribute, Numeric } from "./attribute-value.ts";
import type { CrossOrigin } from "./global-props.ts";
import type { Length, SvgProps } from "./svg-props.ts";

type Text = Attribute<string>;
type NumberValue = Attribute<Numeric>;
/** One number, or two separated by a space. */
type OneOrTwo = Attribute<number | string>;
type Channel = Attribute<"R" | "G" | "B" | "A">;

interface Region {
  height?: Length;
  width?: Length;
  x?: Length;
  y?: Length;
}

export interface FilterProps extends SvgProps, Region {
  filterUnits?: Attribute<"userSpaceOnUse" | "objectBoundingBox">;
  primitiveUnits?: Attribute<"userSpaceOnUse" | "objectBoundingBox">;
}

/** One step of a filter. */
export interface PrimitiveProps extends SvgProps, Region {
  result?: Text;
}

export interface FilterInputProps extends PrimitiveProps {
  in?: Text;
}

interface TwoInputs extends FilterInputProps {
  in2?: Text;
}

export interface BlendProps extends TwoInputs {
  mode?: Text;
}

export interface ColorMatrixProps extends FilterInputProps {
  type?: Attribute<"matrix" | "saturate" | "hueRotate" | "luminanceToAlpha">;
  values?: Attribute<number | string>;
}

export interface TransferFunctionProps extends SvgProps {
  amplitude?: NumberValue;
  exponent?: NumberValue;
  intercept?: NumberValue;
  offset?: NumberValue;
  slope?: NumberValue;
  tableValues?: Text;
  type?: Attribute<"identity" | "table" | "discrete" | "linear" | "gamma">;
}

export interface CompositeProps extends TwoInputs {
  k1?: NumberValue;
  k2?: NumberValue;
  k3?: NumberValue;
  k4?: NumberValue;
  operator?: Attribute<"over" | "in" | "out" | "atop" | "xor" | "lighter" | "arithmetic">;
}

export interface ConvolveMatrixProps extends FilterInputProps {
  bias?: NumberValue;
  divisor?: NumberValue;
  edgeMode?: Attribute<"duplicate" | "wrap" | "none">;
  kernelMatrix?: Text;
  order?: OneOrTwo;
  preserveAlpha?: Attribute<"true" | "false">;
  targetX?: NumberValue;
  targetY?: NumberValue;
}

export interface LightingProps extends FilterInputProps {
  diffuseConstant?: NumberValue;
  specularConstant?: NumberValue;
  specularExponent?: NumberValue;
  surfaceScale?: NumberValue;
}

export interface LightSourceProps extends SvgProps {
  azimuth?: NumberValue;
  elevation?: NumberValue;
  limitingConeAngle?: NumberValue;
  pointsAtX?: NumberValue;
  pointsAtY?: NumberValue;
  pointsAtZ?: NumberValue;
  specularExponent?: NumberValue;
  x?: NumberValue;
  y?: NumberValue;
  z?: NumberValue;
}

export interface DisplacementMapProps extends TwoInputs {
  scale?: NumberValue;
  xChannelSelector?: Channel;
  yChannelSelector?: Channel;
}

export interface DropShadowProps extends FilterInputProps {
  dx?: NumberValue;
  dy?: NumberValue;
  stdDeviation?: OneOrTwo;
}

export interface GaussianBlurProps extends FilterInputProps {
  edgeMode?: Attribute<"duplicate" | "wrap" | "none">;
  stdDeviation?: OneOrTwo;
}

export interface FilterImageProps extends PrimitiveProps {
  crossorigin?: CrossOrigin;
  href?: Text;
  preserveAspectRatio?: Text;
}

export interface MergeNodeProps extends SvgProps {
  in?: Text;
}

export interface MorphologyProps extends FilterInputProps {
  operator?: Attribute<"erode" | "dilate">;
  radius?: OneOrTwo;
}

export interface OffsetProps extends FilterInputProps {
  dx?: NumberValue;
  dy?: NumberValue;
}

export interface TurbulenceProps extends PrimitiveProps {
  baseFrequency?: OneOrTwo;
  numOctaves?: NumberValue;
  seed?: NumberValue;
  stitchTiles?: Attribute<"noStitch" | "stitch">;
  type?: Attribute<"fractalNoise" | "turbulence">;
}
