/**
 * The positions of one longest strictly increasing subsequence of `values`, leaving out negative ones. In a list
 * whose rows come from old places `values`, these rows need not move.
 */
export function longestIncreasing(values: Int32Array): number[] {
  if (isIncreasing(values)) return positions(values);
  const previous = new Int32Array(values.length);
  /** `tails[n]`: the position that ends the increasing run of length n + 1 with the smallest value. */
  const tails: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0) continue;
    const length = firstNotBelow(tails, values, values[i]!);
    previous[i] = length > 0 ? tails[length - 1]! : -1;
    tails[length] = i;
  }
  for (let n = tails.length - 1, i = tails[n] ?? -1; n >= 0; n--, i = previous[i]!) tails[n] = i;
  return tails;
}

function isIncreasing(values: Int32Array): boolean {
  let highest = -1;
  for (const value of values) {
    if (value < 0) continue;
    if (value < highest) return false;
    highest = value;
  }
  return true;
}

function positions(values: Int32Array): number[] {
  const result: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i]! >= 0) result.push(i);
  return result;
}

function firstNotBelow(tails: readonly number[], values: Int32Array, value: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[tails[middle]!]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
