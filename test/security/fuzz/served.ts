import { systemClock } from "../../../src/core/clock.ts";
import { AppHandler } from "../../../src/server/app-handler.ts";
import { listen } from "../../../src/server/listen.ts";
import { settleHandlerOptions } from "../../../src/server/server-options.ts";
import { App } from "../../../src/session/app.ts";
import { Session } from "../../../src/session/session.ts";
import { fuzzTarget } from "./target.tsx";

/** What the fuzzed server says of itself when asked. */
export interface Health {
  readonly heap: number;
  readonly crashes: readonly string[];
  readonly rejections: readonly string[];
  readonly errors: readonly string[];
  readonly violations: readonly string[];
  readonly sessions: number;
}

/** The program of the server under attack, in a process of its own: `{ port }` at first, then its health when asked. */
export async function serveTarget(): Promise<void> {
  const [crashes, rejections, errors]: string[][] = [[], [], []];
  process.on("uncaughtException", (error) => crashes!.push(String(error.stack)));
  process.on("unhandledRejection", (reason) => rejections!.push(String(reason)));
  const violations: string[] = [];
  // The source maps are there from the first stack on, and are some megabytes of any heap.
  void new Error("warm").stack;
  const options = settleHandlerOptions({
    clock: systemClock,
    // Sessions that nobody claims or comes back to go soon, so that the heap is flat when it is.
    limits: { claimTimeout: 2_000, retention: 2_000, reattachesPerMinute: 1e6, maxUnclaimedPerAddress: 1e6 },
    log: ({ level, event, error }) => {
      if (level === "error") errors!.push(`${event} ${String(error)}`);
    },
  });
  const open = (_app: App, environment: Parameters<typeof Session.open>[1]) => {
    const { Screen, check } = fuzzTarget();
    const session = Session.open(new App(Screen, {}), environment);
    session.onEnded(() => void violations.push(...check()));
    return session;
  };
  const runtime = { script: "/* script */", styles: "/* styles */", chunks: {}, parts: {} };
  const app = new App(() => null, {});
  const handler = new AppHandler<App>(
    { app, open, readOnce: Session.readOnce.bind(Session), runtime, earlyScript: "" },
    options,
  );
  const server = await listen(handler, { ...options, port: 0, host: "127.0.0.1" });
  process.on("message", () => {
    for (let n = 0; n < 4; n++) globalThis.gc?.();
    const heap = process.memoryUsage().heapUsed;
    const health = { heap, crashes, rejections, errors, violations, sessions: handler.sessionCount } as Health;
    process.send!(health);
  });
  process.on("disconnect", () => process.exit(0));
  process.send!({ port: server.port });
}
