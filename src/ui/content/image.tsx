import { effect } from "../../reactive/effect.ts";
import { signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";

export interface ImageProps {
  /** Where it is, on this server unless the page's policy allows others. */
  src: Live<string>;
  /** What a person hears who does not see it; empty for decoration. */
  alt: Live<string>;
  /** In pixels. With `height`, its room is kept until it comes. */
  width?: number;
  height?: number;
  /** As in CSS, such as `"16 / 9"`: keeps its room where the width is that of the page. */
  aspectRatio?: string;
  /** What to do where its shape is another: show all of it, or fill the room; `"contain"` unless told. */
  fit?: "contain" | "cover";
  /** Loads it with the page instead of when it comes near to being seen. */
  eager?: boolean;
  /** Below it. */
  caption?: Child;
  /** In its place where it does not come; its `alt` unless told. */
  fallback?: Child;
  class?: ClassValue;
}

/**
 * An image that keeps its room and loads when it is needed.
 *
 * @example
 * ```tsx
 * import { session } from "tandem";
 * import { Image } from "tandem/ui";
 *
 * export const Plan = () => (
 *   <Image src={session.urlForAsset("plan.png")} alt="The ground floor" width={800} height={600} caption="Ground floor" />
 * );
 * ```
 *
 * From Shiny's `output_image`, PyWebIO's `put_image` and Rio's `Image`.
 */
export function Image(props: ImageProps): Child {
  needPart("ui");
  const { src, alt, width, height, aspectRatio, fit = "contain", eager = false, caption, fallback } = props;
  const failed = signal(false);
  if (typeof src !== "string") effect(() => (void readLive(src), void (failed.value = false)));
  const room = {
    "aspect-ratio": aspectRatio ?? (width && height ? `${width} / ${height}` : undefined),
    "object-fit": fit,
  };
  const picture = (
    <Show
      when={() => !failed.value}
      fallback={
        <div class="tandem-image-missing" role="img" aria-label={alt} style={{ ...room, width: width && `${width}px` }}>
          {fallback ?? alt}
        </div>
      }
    >
      <img
        src={src}
        alt={alt}
        width={width}
        height={height}
        loading={eager ? "eager" : "lazy"}
        decoding="async"
        style={room}
        onError={() => void (failed.value = true)}
      />
    </Show>
  );
  if (caption === undefined) return <div class={["tandem-image", props.class]}>{picture}</div>;
  return (
    <figure class={["tandem-image", props.class]}>
      {picture}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
