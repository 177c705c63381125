import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";

/** Text that goes with sound: a file in WebVTT. */
export interface MediaTrack {
  src: string;
  /** Such as `"en"`. */
  language: string;
  /** As the person chooses it: `"English"`. */
  label: string;
  /** What is said and heard, for who does not hear (`"captions"` unless told); only what is said, in another language. */
  kind?: "captions" | "subtitles" | "descriptions" | "chapters";
}

interface MediaProps {
  src: Live<string>;
  /** What it is. */
  label: Live<string>;
  /** The first is on by itself. */
  tracks?: readonly MediaTrack[];
  loop?: boolean;
  /** How much is loaded before it is played; `"metadata"` unless told. */
  preload?: "none" | "metadata" | "auto";
  /** Below it. */
  caption?: Child;
  class?: ClassValue;
}

export type AudioProps = MediaProps;

export interface VideoProps extends MediaProps {
  /** An image until it is played. */
  poster?: Live<string>;
  /** As in CSS, `"16 / 9"` unless told: its room is kept until it comes. */
  aspectRatio?: string;
  muted?: boolean;
}

/**
 * Sound, with the browser's own controls.
 *
 * @example
 * ```tsx
 * import { Audio } from "tandem/ui";
 *
 * export const Bell = () => <Audio src="/assets/bell.mp3" label="The bell of the station" />;
 * ```
 */
export function Audio({
  src,
  label,
  tracks = [],
  loop,
  preload = "metadata",
  caption,
  class: className,
}: AudioProps): Child {
  needPart("ui");
  return (
    <figure class={["tandem-media", className]}>
      <audio src={src} aria-label={label} controls loop={loop} preload={preload}>
        <Tracks tracks={tracks} />
      </audio>
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/**
 * A film, with the browser's own controls and captions.
 *
 * @example
 * ```tsx
 * import { Video } from "tandem/ui";
 *
 * export const Tour = () => (
 *   <Video
 *     src="/assets/tour.mp4"
 *     label="A tour of the works"
 *     tracks={[{ src: "/assets/tour.en.vtt", language: "en", label: "English" }]}
 *   />
 * );
 * ```
 *
 * It never starts by itself. From Shiny's `output_video` and Rio's `MediaPlayer`.
 */
export function Video(props: VideoProps): Child {
  needPart("ui");
  const { src, label, tracks = [], loop, preload = "metadata", caption, poster, aspectRatio = "16 / 9", muted } = props;
  return (
    <figure class={["tandem-media", props.class]}>
      <video
        src={src}
        aria-label={label}
        poster={poster}
        controls
        playsinline
        loop={loop}
        muted={muted}
        preload={preload}
        style={{ "aspect-ratio": aspectRatio }}
      >
        <Tracks tracks={tracks} />
      </video>
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}

const Tracks = ({ tracks }: { tracks: readonly MediaTrack[] }): Child =>
  tracks.map(({ src, language, label, kind = "captions" }, index) => (
    <track src={src} srclang={language} label={label} kind={kind} default={index === 0} />
  ));
