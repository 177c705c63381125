import type { Child } from "../node.ts";
import type { Attribute, Numeric, Word } from "./attribute-value.ts";
import type { CrossOrigin, ElementProps } from "./global-props.ts";

/** A length: a number, or a number with a unit. */
export type Length = Attribute<number | string>;
type Text = Attribute<string>;
type Paint = Attribute<Word<"none" | "currentColor" | "context-fill" | "context-stroke" | "inherit">>;
type NumberValue = Attribute<Numeric>;
type Units = Attribute<"userSpaceOnUse" | "objectBoundingBox">;

/** Presentation attributes, which every element of SVG takes. */
export interface SvgPresentation {
  "alignment-baseline"?: Text;
  "baseline-shift"?: Length;
  "clip-path"?: Text;
  "clip-rule"?: Attribute<"nonzero" | "evenodd" | "inherit">;
  color?: Text;
  "color-interpolation"?: Attribute<"auto" | "sRGB" | "linearRGB" | "inherit">;
  "color-interpolation-filters"?: Attribute<"auto" | "sRGB" | "linearRGB" | "inherit">;
  cursor?: Text;
  direction?: Attribute<"ltr" | "rtl" | "inherit">;
  display?: Text;
  "dominant-baseline"?: Attribute<
    Word<
      "auto" | "middle" | "central" | "hanging" | "mathematical" | "text-before-edge" | "text-after-edge" | "alphabetic"
    >
  >;
  fill?: Paint;
  "fill-opacity"?: Length;
  "fill-rule"?: Attribute<"nonzero" | "evenodd" | "inherit">;
  filter?: Text;
  "flood-color"?: Text;
  "flood-opacity"?: Length;
  "font-family"?: Text;
  "font-size"?: Length;
  "font-size-adjust"?: Length;
  "font-stretch"?: Text;
  "font-style"?: Attribute<Word<"normal" | "italic" | "oblique">>;
  "font-variant"?: Text;
  "font-weight"?: Attribute<number | Word<"normal" | "bold" | "bolder" | "lighter">>;
  "image-rendering"?: Text;
  "letter-spacing"?: Length;
  "lighting-color"?: Text;
  "marker-end"?: Text;
  "marker-mid"?: Text;
  "marker-start"?: Text;
  mask?: Text;
  opacity?: Length;
  overflow?: Text;
  "paint-order"?: Text;
  "pointer-events"?: Attribute<
    Word<
      | "none"
      | "auto"
      | "all"
      | "fill"
      | "stroke"
      | "painted"
      | "visible"
      | "visiblePainted"
      | "visibleFill"
      | "visibleStroke"
      | "bounding-box"
    >
  >;
  "shape-rendering"?: Attribute<"auto" | "optimizeSpeed" | "crispEdges" | "geometricPrecision" | "inherit">;
  "stop-color"?: Text;
  "stop-opacity"?: Length;
  stroke?: Paint;
  "stroke-dasharray"?: Length;
  "stroke-dashoffset"?: Length;
  "stroke-linecap"?: Attribute<"butt" | "round" | "square" | "inherit">;
  "stroke-linejoin"?: Attribute<"miter" | "round" | "bevel" | "arcs" | "miter-clip" | "inherit">;
  "stroke-miterlimit"?: Length;
  "stroke-opacity"?: Length;
  "stroke-width"?: Length;
  "text-anchor"?: Attribute<"start" | "middle" | "end" | "inherit">;
  "text-decoration"?: Text;
  "text-rendering"?: Attribute<"auto" | "optimizeSpeed" | "optimizeLegibility" | "geometricPrecision" | "inherit">;
  transform?: Text;
  "transform-origin"?: Text;
  "unicode-bidi"?: Text;
  "vector-effect"?: Attribute<Word<"none" | "non-scaling-stroke">>;
  visibility?: Attribute<"visible" | "hidden" | "collapse" | "inherit">;
  "word-spacing"?: Length;
  "writing-mode"?: Text;
}

/** What every element of SVG takes. */
export interface SvgProps extends ElementProps, SvgPresentation {
  children?: Child;
  requiredExtensions?: Text;
  systemLanguage?: Text;
  "xml:lang"?: Text;
  "xml:space"?: Attribute<"default" | "preserve">;
}

interface Rectangle {
  height?: Length;
  width?: Length;
  x?: Length;
  y?: Length;
}

interface Viewport {
  preserveAspectRatio?: Text;
  viewBox?: Text;
}

export interface SvgRootProps extends SvgProps, Rectangle, Viewport {
  focusable?: Attribute<"true" | "false">;
  version?: Text;
  xmlns?: Text;
  "xmlns:xlink"?: Text;
}

export interface SymbolProps extends SvgProps, Rectangle, Viewport {
  refX?: Length;
  refY?: Length;
}

export interface UseProps extends SvgProps, Rectangle {
  href?: Text;
  "xlink:href"?: Text;
}

export interface ViewProps extends SvgProps, Viewport {}

interface Shape extends SvgProps {
  pathLength?: NumberValue;
}

export interface CircleProps extends Shape {
  cx?: Length;
  cy?: Length;
  r?: Length;
}

export interface EllipseProps extends Shape {
  cx?: Length;
  cy?: Length;
  rx?: Length;
  ry?: Length;
}

export interface LineProps extends Shape {
  x1?: Length;
  x2?: Length;
  y1?: Length;
  y2?: Length;
}

export interface PathProps extends Shape {
  d?: Text;
}

export interface PolygonProps extends Shape {
  points?: Text;
}

export interface RectProps extends Shape, Rectangle {
  rx?: Length;
  ry?: Length;
}

export interface SvgImageProps extends SvgProps, Rectangle {
  crossorigin?: CrossOrigin;
  decoding?: Attribute<"sync" | "async" | "auto">;
  href?: Text;
  preserveAspectRatio?: Text;
  "xlink:href"?: Text;
}

export interface ForeignObjectProps extends SvgProps, Rectangle {}

export interface TextProps extends SvgProps {
  dx?: Length;
  dy?: Length;
  lengthAdjust?: Attribute<"spacing" | "spacingAndGlyphs">;
  rotate?: Length;
  textLength?: Length;
  x?: Length;
  y?: Length;
}

export interface TextPathProps extends SvgProps {
  href?: Text;
  lengthAdjust?: Attribute<"spacing" | "spacingAndGlyphs">;
  method?: Attribute<"align" | "stretch">;
  path?: Text;
  side?: Attribute<"left" | "right">;
  spacing?: Attribute<"auto" | "exact">;
  startOffset?: Length;
  textLength?: Length;
}

interface Gradient extends SvgProps {
  gradientTransform?: Text;
  gradientUnits?: Units;
  href?: Text;
  spreadMethod?: Attribute<"pad" | "reflect" | "repeat">;
}

export interface LinearGradientProps extends Gradient {
  x1?: Length;
  x2?: Length;
  y1?: Length;
  y2?: Length;
}

export interface RadialGradientProps extends Gradient {
  cx?: Length;
  cy?: Length;
  fr?: Length;
  fx?: Length;
  fy?: Length;
  r?: Length;
}

export interface StopProps extends SvgProps {
  offset?: Length;
}

export interface PatternProps extends SvgProps, Rectangle, Viewport {
  href?: Text;
  patternContentUnits?: Units;
  patternTransform?: Text;
  patternUnits?: Units;
}

export interface ClipPathProps extends SvgProps {
  clipPathUnits?: Units;
}

export interface MaskProps extends SvgProps, Rectangle {
  maskContentUnits?: Units;
  maskUnits?: Units;
}

export interface MarkerProps extends SvgProps, Viewport {
  markerHeight?: Length;
  markerUnits?: Attribute<"strokeWidth" | "userSpaceOnUse">;
  markerWidth?: Length;
  orient?: Attribute<number | string>;
  refX?: Length;
  refY?: Length;
}
