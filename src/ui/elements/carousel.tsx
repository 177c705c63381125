import { needPart } from "../../session/parts.ts";
import { For } from "../../view/flow/for.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";

export interface CarouselProps {
  /** What it shows; read out. */
  label: string;
  slides: Live<readonly Child[]>;
  /** Of each slide, as `"16 / 9"`, which it is unless told. */
  aspectRatio?: string;
  /** Whether the first comes after the last. */
  loop?: boolean;
  class?: ClassValue;
}

/**
 * Pictures or cards in a row, of which one is in view.
 *
 * @example
 * ```tsx
 * import { Carousel } from "tandem/ui";
 *
 * export const Trip = () => (
 *   <Carousel label="The trip" slides={[<img src="/assets/fjord.jpg" alt="A fjord" />, <p>The end</p>]} />
 * );
 * ```
 *
 * By swiping, arrows and dots. It does not move by itself. Web Awesome's `wa-carousel`; from Rio's `Slideshow`.
 */
export function Carousel({ label, slides, aspectRatio, loop = false, class: className }: CarouselProps): Child {
  needPart("ui");
  needPart("elements");
  return (
    <section aria-label={label} class={["tandem-carousel", className]}>
      <wa-carousel navigation pagination loop={loop} style={{ "--aspect-ratio": aspectRatio }}>
        <For each={() => readLive(slides)}>{(slide) => <wa-carousel-item>{slide}</wa-carousel-item>}</For>
      </wa-carousel>
    </section>
  );
}
