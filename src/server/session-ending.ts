import type { Clock } from "../core/clock.ts";
import type { CloseCode } from "../protocol/close-codes.ts";
import type { ServedSession } from "./session-like.ts";

/** Closes sessions together. Resolves to how many had not ended after `timeout` ms. */
export async function endSessions(
  sessions: readonly ServedSession[],
  { code, clock, timeout }: { code: CloseCode; clock: Clock; timeout: number },
): Promise<number> {
  let left = sessions.length;
  const ends = sessions.map(async (session) => {
    await session.close({ code }).catch(() => {});
    left--;
  });
  await new Promise<void>((resolve) => {
    const timer = clock.setTimeout(resolve, timeout);
    void Promise.all(ends).then(() => {
      clock.clearTimeout(timer);
      resolve();
    });
  });
  return left;
}
