import type { BoundFunctions, queries } from "@testing-library/dom";
import type { DomPackages } from "./dom-packages.ts";
import type { TestClock } from "./test-clock.ts";

/** Testing Library's queries, bound to one element. The app's own time passes while `find…` waits. */
export type ScreenQueries = BoundFunctions<typeof queries> & {
  /** Prints what is on the screen. */
  debug(element?: Element): void;
};

export interface WaitOptions {
  /** Milliseconds of the app's time; 1,000 unless told. */
  timeout?: number;
  /** Milliseconds of the app's time from one try to the next; 50 unless told. */
  interval?: number;
}

/** Tries once the app's time is up, a hundredth of a second of the machine's time apart. */
const LAST_TRIES = 100;

/** Tries until `attempt` does not throw, letting the app's time pass; throws what the last try threw. */
export async function waitUntil<T>(
  clock: TestClock,
  attempt: () => T,
  { timeout = 1_000, interval = 50 }: WaitOptions = {},
): Promise<Awaited<T>> {
  await clock.advance(0);
  let lastTries = 0;
  for (let waited = 0; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (waited >= timeout && ++lastTries > LAST_TRIES) throw error;
    }
    // What the app waits for may also be outside, such as a file; and the machine may only be slow.
    await clock.machineTime(waited >= timeout ? 10 : undefined);
    const step = waited >= timeout ? 0 : interval;
    waited += step;
    await clock.advance(step);
  }
}

type Query = (...args: unknown[]) => unknown;

/** Binds the queries. Those that wait are made anew: the library's own would wait for the machine's time. */
export function queriesFor(element: HTMLElement, { queries: library }: DomPackages, clock: TestClock): ScreenQueries {
  const bound = library.getQueriesForElement(element) as unknown as Record<string, Query>;
  const waiting = Object.keys(bound)
    .filter((name) => name.startsWith("find"))
    .map((name) => [name, findQuery(bound[name.replace("find", "get")]!, clock)] as const);
  const debug = (shown: Element = element) => console.log(library.prettyDOM(shown));
  return { ...bound, ...Object.fromEntries(waiting), debug } as unknown as ScreenQueries;
}

const findQuery =
  (get: Query, clock: TestClock): Query =>
  (matcher, options, wait) =>
    waitUntil(clock, () => get(matcher, options), wait as WaitOptions | undefined);
