/** How many rows are a slice: a few milliseconds of work. */
const SLICE = 20_000;

/** Goes through so many rows, a slice at a time, and lets others have their turn after each. */
export async function inSlices(
  count: number,
  visit: (row: number) => void,
): Promise<void> {
  for (let from = 0; from < count; from += SLICE) {
    const to = Math.min(from + SLICE, count);
    for (let row = from; row < to; row++) visit(row);
    await turn();
  }
}

const turn = (): Promise<void> =>
  new Promise((resolve) => setImmediate(resolve));
