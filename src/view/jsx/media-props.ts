import type { Attribute, Numeric, Word } from "./attribute-value.ts";
import type {
  ContainerProps,
  CrossOrigin,
  FetchPriority,
  VoidProps,
  Loading,
  ReferrerPolicy,
  Target,
} from "./global-props.ts";

export interface ImageProps extends VoidProps {
  /** What a person hears who does not see it; empty for decoration. */
  alt?: Attribute<string>;
  crossorigin?: CrossOrigin;
  decoding?: Attribute<"sync" | "async" | "auto">;
  fetchpriority?: FetchPriority;
  height?: Attribute<Numeric>;
  ismap?: Attribute<boolean>;
  loading?: Loading;
  referrerpolicy?: ReferrerPolicy;
  sizes?: Attribute<string>;
  src?: Attribute<string>;
  srcset?: Attribute<string>;
  usemap?: Attribute<string>;
  width?: Attribute<Numeric>;
}

export interface MediaProps extends ContainerProps {
  autoplay?: Attribute<boolean>;
  controls?: Attribute<boolean>;
  controlslist?: Attribute<string>;
  crossorigin?: CrossOrigin;
  disableremoteplayback?: Attribute<boolean>;
  loop?: Attribute<boolean>;
  muted?: Attribute<boolean>;
  preload?: Attribute<"none" | "metadata" | "auto">;
  src?: Attribute<string>;
}

export interface VideoProps extends MediaProps {
  disablepictureinpicture?: Attribute<boolean>;
  height?: Attribute<Numeric>;
  playsinline?: Attribute<boolean>;
  poster?: Attribute<string>;
  width?: Attribute<Numeric>;
}

export interface SourceProps extends VoidProps {
  height?: Attribute<Numeric>;
  media?: Attribute<string>;
  sizes?: Attribute<string>;
  src?: Attribute<string>;
  srcset?: Attribute<string>;
  type?: Attribute<string>;
  width?: Attribute<Numeric>;
}

export interface TrackProps extends VoidProps {
  default?: Attribute<boolean>;
  kind?: Attribute<"subtitles" | "captions" | "descriptions" | "chapters" | "metadata">;
  label?: Attribute<string>;
  src?: Attribute<string>;
  srclang?: Attribute<string>;
}

export interface CanvasProps extends ContainerProps {
  height?: Attribute<Numeric>;
  width?: Attribute<Numeric>;
}

export interface EmbedProps extends VoidProps {
  height?: Attribute<Numeric>;
  src?: Attribute<string>;
  type?: Attribute<string>;
  width?: Attribute<Numeric>;
}

export interface ObjectProps extends ContainerProps {
  data?: Attribute<string>;
  form?: Attribute<string>;
  height?: Attribute<Numeric>;
  name?: Attribute<string>;
  type?: Attribute<string>;
  width?: Attribute<Numeric>;
}

/** Without `srcdoc`: markup in text escapes nothing. */
export interface FrameProps extends VoidProps {
  allow?: Attribute<string>;
  allowfullscreen?: Attribute<boolean>;
  height?: Attribute<Numeric>;
  loading?: Loading;
  name?: Attribute<string>;
  referrerpolicy?: ReferrerPolicy;
  sandbox?: Attribute<string>;
  src?: Attribute<string>;
  width?: Attribute<Numeric>;
}

export interface MapProps extends ContainerProps {
  name?: Attribute<string>;
}

export interface AreaProps extends VoidProps {
  alt?: Attribute<string>;
  coords?: Attribute<string>;
  download?: Attribute<string | true>;
  href?: Attribute<string>;
  ping?: Attribute<string>;
  referrerpolicy?: ReferrerPolicy;
  rel?: Attribute<Word<"noopener" | "noreferrer">>;
  shape?: Attribute<"rect" | "circle" | "poly" | "default">;
  target?: Target;
}
