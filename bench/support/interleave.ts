export interface Contender {
  /** Does the work `calls` times. */
  run(calls: number): void;
  readonly calls: number;
}

/**
 * Microseconds per call of each contender, round by round. The contenders take turns within a round, and every other
 * round in reversed order, so that what else the machine does falls on all alike.
 */
export function interleave(contenders: readonly Contender[], rounds: number): number[][] {
  const times = contenders.map((): number[] => []);
  const order = contenders.map((contender, index) => ({ contender, index }));
  for (const { contender } of order) for (let i = 0; i < 5; i++) contender.run(contender.calls);
  for (let round = 0; round < rounds; round++) {
    for (const { contender, index } of order) times[index]!.push(timeOf(contender));
    order.reverse();
  }
  return times;
}

function timeOf({ run, calls }: Contender): number {
  const started = performance.now();
  run(calls);
  return ((performance.now() - started) * 1000) / calls;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** The ratio of two medians. */
export const ratio = (times: readonly number[], bound: readonly number[]): number => median(times) / median(bound);

export const rounded = (value: number): number => Math.round(value * 100) / 100;
