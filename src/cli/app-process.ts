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

/** Resolves after the first SIGINT or SIGTERM has been seen to; a second one ends the process at once. */
export function untilStopped(close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(130);
      stopping = true;
      close().then(resolve, reject);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
