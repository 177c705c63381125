import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";

export interface SparklineProps {
  values: Live<readonly number[]>;
  /** What it shows; read out with the first, the last, the least and the greatest value. */
  label: string;
  class?: ClassValue;
}

const [WIDTH, HEIGHT] = [100, 28];

/**
 * A line as small as a word, for how a number went.
 *
 * @example
 * ```tsx
 * import { Sparkline } from "tandem/ui";
 *
 * export const Load = () => <Sparkline label="Load in the last minutes" values={[0.2, 0.5, 0.4, 0.9]} />;
 * ```
 */
export function Sparkline({ values, label, class: className }: SparklineProps): Child {
  needPart("ui");
  const read = () => readLive(values).filter(Number.isFinite);
  return (
    <svg
      class={["tandem-sparkline", className]}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={() => summaryOf(label, read())}
    >
      <path class="tandem-sparkline-area" d={() => `${pathOf(read())}L${WIDTH},${HEIGHT}L0,${HEIGHT}Z`} />
      <path class="tandem-sparkline-line" d={() => pathOf(read())} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

function pathOf(values: readonly number[]): string {
  if (values.length === 0) return `M0,${HEIGHT}`;
  const { least, most } = boundsOf(values);
  const points = (values.length === 1 ? [values[0]!, values[0]!] : values).map((value, index, all) => {
    const x = (index / (all.length - 1)) * WIDTH;
    const y = most === least ? HEIGHT / 2 : HEIGHT - 2 - ((value - least) / (most - least)) * (HEIGHT - 4);
    return `${round(x)},${round(y)}`;
  });
  return `M${points.join("L")}`;
}

function summaryOf(label: string, values: readonly number[]): string {
  if (values.length === 0) return `${label}: no values`;
  const { least, most } = boundsOf(values);
  return `${label}: from ${values[0]} to ${values.at(-1)}, between ${least} and ${most}`;
}

function boundsOf(values: readonly number[]): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { least, most };
}

const round = (value: number): number => Math.round(value * 10) / 10;
