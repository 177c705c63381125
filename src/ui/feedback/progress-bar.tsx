import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";

export interface ProgressProps {
  /** What goes on. */
  label: Live<string>;
  /** From 0 to `max`; nothing while nobody knows how far it is. */
  value: Live<number | undefined>;
  /** 1 unless told. */
  max?: Live<number>;
  /** Whether label and percentage are shown; they are read out in any case. */
  hideLabel?: boolean;
  class?: ClassValue;
}

/**
 * How far something is, as a bar.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { ProgressBar } from "tandem/ui";
 *
 * export function Import() {
 *   const done = signal(0);
 *   return <ProgressBar label="Importing" value={done} max={250} />;
 * }
 * ```
 *
 * It is the platform's `progress`. From Shiny's `Progress`, PyWebIO's `put_processbar` and Rio's `ProgressBar`.
 */
export function ProgressBar({ label, value, max = 1, hideLabel = false, class: className }: ProgressProps): Child {
  needPart("ui");
  const share = () => shareOf(readLive(value), readLive(max));
  return (
    <div class={["tandem-progress-field", className]}>
      {hideLabel ? null : (
        <div class="tandem-progress-head" aria-hidden="true">
          <span>{label}</span>
          <span class="tandem-progress-share">{() => percentText(share())}</span>
        </div>
      )}
      <progress class="tandem-progress" aria-label={label} max={1} value={share} />
    </div>
  );
}

/**
 * How far something is, as a ring with the percentage in it.
 *
 * @example
 * ```tsx
 * import { ProgressCircle } from "tandem/ui";
 *
 * export const Disk = () => <ProgressCircle label="Disk in use" value={0.72} />;
 * ```
 *
 * From Rio's `ProgressCircle`.
 */
export function ProgressCircle({ label, value, max = 1, hideLabel = false, class: className }: ProgressProps): Child {
  needPart("ui");
  const share = () => shareOf(readLive(value), readLive(max));
  const percent = () => {
    const known = share();
    return known === undefined ? undefined : Math.round(known * 100);
  };
  return (
    <span
      class={() => ["tandem-ring", share() === undefined && "tandem-ring-turning", className]}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle class="tandem-ring-track" cx="18" cy="18" r="15.5" />
        <circle
          class="tandem-ring-value"
          cx="18"
          cy="18"
          r="15.5"
          pathLength="100"
          stroke-dasharray={() => `${(share() ?? 0.25) * 100} 100`}
        />
      </svg>
      {hideLabel ? null : <span class="tandem-ring-text">{() => (share() === undefined ? "" : `${percent()}%`)}</span>}
    </span>
  );
}

/** From 0 to 1, whatever is given; nothing for what is no number. */
export function shareOf(value: number | undefined, max: number): number | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  return max > 0 ? Math.min(1, Math.max(0, value / max)) : 1;
}

const percentText = (share: number | undefined): string => (share === undefined ? "" : `${Math.floor(share * 100)}%`);
