import type { Log } from "../core/log-entry.ts";
import { SessionEnded } from "../session/call-errors.ts";

/**
 * Readies the process for an app: positions in errors are those of its source, and what its code throws where
 * nobody catches (a timer, a forgotten promise) is logged, not the end of everybody's session.
 */
export function prepareProcess(mode: "development" | "production", log: Log): void {
  process.setSourceMapsEnabled(true);
  process.env["NODE_ENV"] ??= mode;
  const report = (error: unknown) => {
    // A promise that nobody awaits, when somebody left: that is all.
    if (!(error instanceof SessionEnded)) log({ level: "error", event: "process/uncaught", error });
  };
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}

/**
 * Resolves after the first SIGINT or SIGTERM has been seen to, or what follows `over`; a second signal ends the process
 * at once. Rejects if `over` does.
 */
export function untilStopped(over: Promise<void>, close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const end = (settle: () => void) => {
      if (stopping) return;
      stopping = true;
      close().then(settle, reject);
    };
    const stop = () => (stopping ? process.exit(130) : end(resolve));
    over.then(
      () => end(resolve),
      (error: Error) => end(() => reject(error)),
    );
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
