/**
 * Milliseconds that a page's question for news may wait for an answer, where only polling gets through. A page that asks
 * more often is a load; proxies give up on an answer that takes much longer.
 */
const PULL_INTERVAL = { least: 100, most: 25_000 };

export const isPullInterval = (value: unknown): boolean =>
  typeof value === "number" && value >= PULL_INTERVAL.least && value <= PULL_INTERVAL.most;

/** For messages of errors. */
export const EXPECTED_PULL_INTERVAL = `${PULL_INTERVAL.least} to ${PULL_INTERVAL.most} milliseconds`;
