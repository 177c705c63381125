import { signal, type Signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";
import { freshId } from "../base/fresh-id.ts";
import { signalProp } from "../base/signal-prop.ts";
import { toldProps } from "../base/told.ts";

export interface SplitProps {
  /** What the divider is for; only read out. */
  label: string;
  /** What stands before the divider. */
  start: Child;
  /** What stands behind it. */
  end: Child;
  /** How much the first part has, in percent, both ways; 50 unless told. */
  position?: Signal<number>;
  /** Between which percentages it can be moved; 10 and 90 unless told. */
  min?: number;
  max?: number;
  /** `"vertical"` puts the parts below each other. */
  orientation?: "horizontal" | "vertical";
  /** Whether it cannot be moved. */
  disabled?: boolean;
  class?: ClassValue;
}

/**
 * Two parts with a divider to move between them.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Split } from "tandem/ui";
 *
 * export default function Mail() {
 *   const position = signal(30);
 *   return <Split label="Size of the list" position={position} start={<ul />} end={<article />} />;
 * }
 * ```
 *
 * The arrow keys move it by one percent, with Shift by ten, Home and End to its ends, and a double click to the middle.
 * What a page says is kept between `min` and `max`.
 */
export function Split({
  label,
  start,
  end,
  position: given,
  min = 10,
  max = 90,
  orientation = "horizontal",
  disabled = false,
  class: className,
}: SplitProps): Child {
  needPart("ui");
  const id = freshId("split");
  const position = signalProp(given, "position={…} of a Split") ?? signal(50);
  const place = () => Math.min(max, Math.max(min, position.value));
  const told = toldProps("tandem-split", (wanted) => {
    if (!disabled && typeof wanted === "number" && Number.isFinite(wanted))
      position.value = Math.min(max, Math.max(min, wanted));
  });
  return (
    <div
      class={["tandem-split", className]}
      data-orientation={orientation}
      data-place={place}
      style={{ "--split": () => `${place()}%` }}
      {...told}
    >
      <div class="tandem-split-part" id={id}>
        {start}
      </div>
      <div
        role="separator"
        class="tandem-split-divider"
        tabindex={disabled ? undefined : 0}
        aria-label={label}
        aria-controls={id}
        aria-orientation={orientation === "vertical" ? "horizontal" : "vertical"}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={() => Math.round(place())}
        aria-disabled={disabled ? "true" : undefined}
      />
      <div class="tandem-split-part">{end}</div>
    </div>
  );
}
