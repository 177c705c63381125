import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { Sparkline } from "./sparkline.tsx";

export interface MetricProps {
  label: Live<string>;
  /** What it is now, as it is to be read: `"1,204"`, `"€ 3.2 M"`. */
  value: Live<string | number>;
  /** By how much it changed: its sign says up or down. */
  change?: Live<number | undefined>;
  /** How a change is written; as a percentage, where 0.05 is 5 %, unless told. */
  formatChange?: (change: number) => string;
  /** Which way is good; `"up"` unless told, `"neither"` for none. */
  good?: "up" | "down" | "neither";
  /** Below, such as since when. */
  note?: Child;
  /** How it went lately. */
  trend?: Live<readonly number[]>;
  class?: ClassValue;
}

/**
 * A number that matters, with how it changed.
 *
 * @example
 * ```tsx
 * import { Metric } from "tandem/ui";
 *
 * export const Orders = () => (
 *   <Metric label="Orders today" value={128} change={0.12} note="than yesterday" trend={[90, 101, 98, 114, 128]} />
 * );
 * ```
 *
 * Up and down are told by an arrow and in words, and only then by colour. From Shiny's `value_box`.
 */
export function Metric(props: MetricProps): Child {
  needPart("ui");
  const { label, value, change, note, trend, good = "up", formatChange = percent } = props;
  return (
    <div class={["tandem-metric", props.class]} role="group" aria-label={label}>
      <span class="tandem-metric-label">{label}</span>
      <span class="tandem-metric-value">{value}</span>
      {change === undefined ? null : (
        <Show when={() => readLive(change) !== undefined}>
          <span class={() => `tandem-metric-change tandem-tone-${toneOf(readLive(change) ?? 0, good)}`}>
            <span aria-hidden="true">{() => ARROWS[directionOf(readLive(change) ?? 0)]}</span>
            <span class="tandem-unseen">{() => `${directionOf(readLive(change) ?? 0)} `}</span>
            {() => formatChange(Math.abs(readLive(change) ?? 0))}
          </span>
        </Show>
      )}
      {note === undefined ? null : <span class="tandem-metric-note">{note}</span>}
      {trend === undefined ? null : <Sparkline values={trend} label="Lately" />}
    </div>
  );
}

type Direction = "up" | "down" | "unchanged";

const ARROWS: Readonly<Record<Direction, string>> = { up: "▲", down: "▼", unchanged: "=" };

const directionOf = (change: number): Direction => (change > 0 ? "up" : change < 0 ? "down" : "unchanged");

function toneOf(change: number, good: "up" | "down" | "neither"): "success" | "danger" | "neutral" {
  const direction = directionOf(change);
  if (good === "neither" || direction === "unchanged") return "neutral";
  return direction === good ? "success" : "danger";
}

const percent = (change: number): string => change.toLocaleString("en", { style: "percent", maximumFractionDigits: 1 });
