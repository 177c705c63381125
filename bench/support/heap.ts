declare const gc: () => void;

const WARM_UP = 100;
const COUNT = 2_000;

/** Heap bytes that each thing made by `make` keeps alive: the median of three counts of 2,000. */
export function retainedBytes(make: () => unknown): number {
  for (let i = 0; i < WARM_UP; i++) make();
  return [0, 1, 2].map(() => retainedOnce(make)).toSorted((a, b) => a - b)[1]!;
}

function retainedOnce(make: () => unknown): number {
  const kept: unknown[] = new Array<unknown>(COUNT).fill(null);
  const before = settledHeap();
  for (let i = 0; i < COUNT; i++) kept[i] = make();
  const after = settledHeap();
  if (kept.includes(null)) throw new Error("Expected each call to make something.");
  return Math.round((after - before) / COUNT);
}

export function settledHeap(): number {
  for (let i = 0; i < 4; i++) gc();
  return process.memoryUsage().heapUsed;
}
