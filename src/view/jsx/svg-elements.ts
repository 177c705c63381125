import type * as animation from "./svg-animation-props.ts";
import type * as filter from "./svg-filter-props.ts";
import type * as svg from "./svg-props.ts";

/**
 * The elements of SVG. `a`, `style` and `title` are HTML's as well, by the same name; here stand those that are
 * SVG's alone.
 */
export interface SvgElements {
  animate: animation.AnimateProps;
  animateMotion: animation.AnimateMotionProps;
  animateTransform: animation.AnimateTransformProps;
  circle: svg.CircleProps;
  clipPath: svg.ClipPathProps;
  defs: svg.SvgProps;
  desc: svg.SvgProps;
  ellipse: svg.EllipseProps;
  feBlend: filter.BlendProps;
  feColorMatrix: filter.ColorMatrixProps;
  feComponentTransfer: filter.FilterInputProps;
  feComposite: filter.CompositeProps;
  feConvolveMatrix: filter.ConvolveMatrixProps;
  feDiffuseLighting: filter.LightingProps;
  feDisplacementMap: filter.DisplacementMapProps;
  feDistantLight: filter.LightSourceProps;
  feDropShadow: filter.DropShadowProps;
  feFlood: filter.PrimitiveProps;
  feFuncA: filter.TransferFunctionProps;
  feFuncB: filter.TransferFunctionProps;
  feFuncG: filter.TransferFunctionProps;
  feFuncR: filter.TransferFunctionProps;
  feGaussianBlur: filter.GaussianBlurProps;
  feImage: filter.FilterImageProps;
  feMerge: filter.PrimitiveProps;
  feMergeNode: filter.MergeNodeProps;
  feMorphology: filter.MorphologyProps;
  feOffset: filter.OffsetProps;
  fePointLight: filter.LightSourceProps;
  feSpecularLighting: filter.LightingProps;
  feSpotLight: filter.LightSourceProps;
  feTile: filter.FilterInputProps;
  feTurbulence: filter.TurbulenceProps;
  filter: filter.FilterProps;
  foreignObject: svg.ForeignObjectProps;
  g: svg.SvgProps;
  image: svg.SvgImageProps;
  line: svg.LineProps;
  linearGradient: svg.LinearGradientProps;
  marker: svg.MarkerProps;
  mask: svg.MaskProps;
  metadata: svg.SvgProps;
  mpath: animation.MotionPathProps;
  path: svg.PathProps;
  pattern: svg.PatternProps;
  polygon: svg.PolygonProps;
  polyline: svg.PolygonProps;
  radialGradient: svg.RadialGradientProps;
  rect: svg.RectProps;
  set: animation.SetProps;
  stop: svg.StopProps;
  svg: svg.SvgRootProps;
  switch: svg.SvgProps;
  symbol: svg.SymbolProps;
  text: svg.TextProps;
  textPath: svg.TextPathProps;
  title: svg.SvgProps;
  tspan: svg.TextProps;
  use: svg.UseProps;
  view: svg.ViewProps;
}
