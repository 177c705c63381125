/** Serves one of the apps that are measured, with limits for many clients from one address. */
import { serve, signal, type App, type Component } from "tandem";
import Counter from "../pages/counter-app.tsx";
import { CounterPageApp } from "../pages/counter-page.tsx";
import { StreamApp } from "../pages/stream-app.tsx";
import { TableApp } from "../pages/table-app.tsx";
import { announce } from "../support/served.ts";

const shared = signal(0);
const Shared: Component = () => <p>The price is {shared}.</p>;

/** One button whose click changes one text. */
const Click: Component = () => {
  const count = signal(0);
  return <button onClick={() => count.value++}>{count}</button>;
};

const apps: Record<string, App | Component> = { Counter, CounterPageApp, TableApp, StreamApp, Shared, Click };

const [name = "Click", claimTimeout = "60000"] = process.argv.slice(2);
const server = await serve(apps[name]!, {
  port: 0,
  log: ({ level, event, message }) => {
    if (level === "warn" || level === "error") console.error(event, message);
  },
  limits: {
    eventBurst: 1e9,
    eventsPerSecond: 1e9,
    maxSessions: 1e6,
    maxUnclaimedPerAddress: 1e6,
    maxSessionsPerAddress: 1e6,
    maxHellolessPerAddress: 1e6,
    claimTimeout: Number(claimTimeout),
    heartbeat: 600_000, // the clients here are too simple to pulse
  },
});

announce(server.url, {
  write: () => {
    const at = process.hrtime.bigint();
    shared.value++;
    return String(at);
  },
});
