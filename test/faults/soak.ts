/**
 * A thousand clients come, act and go, for as long as told; then nothing of them may be left.
 *
 *     npm run soak -- --seconds 600 --clients 1000
 */
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { systemClock } from "../../src/core/clock.ts";
import { serve } from "../../src/server/serve.ts";
import type { Session } from "../../src/session/session.ts";
import { Random } from "../support/random.ts";
import { modelApp, type Journal } from "./model-app.tsx";
import { fetchPage, TcpClient } from "./tcp-client.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "600" }, clients: { type: "string", default: "1000" } },
});
const [seconds, clients] = [Number(values.seconds), Number(values.clients)];
/** How much more heap than before counts as a leak. */
const TOLERANCE = 1.05;
/** Kept short, so that sessions whose page died come to their end within the run. */
const RETENTION = 5_000;

const random = new Random(1);
/** Preallocated, so that what is measured does not count as left behind. */
const latencies = new Float64Array(1_000_000);
let measured = 0;
let [sessionsNow, sessionsEver, visits, events, lost] = [0, 0, 0, 0, 0];
let opened: { session: Session; journal: Journal } | undefined;

const app = modelApp(systemClock, (journal, session) => {
  sessionsNow++;
  sessionsEver++;
  session.onEnded(() => sessionsNow--);
  opened = { session, journal };
});
const limits = { retention: RETENTION, maxSessionsPerAddress: 100_000, maxUnclaimedPerAddress: 100_000 };
const server = await serve(app, { port: 0, limits, log: () => {} });
const url = `http://127.0.0.1:${server.port}/`;
/** Pages are fetched one after another, so that each is known by its session. */
let fetching: Promise<TcpClient | undefined> = Promise.resolve(undefined);

// What is compiled and cached on the way is there before, and no leak.
await stay(Math.min(60, seconds / 2));
await everyoneGone();
const before = heap();
console.log(`before: heap ${inMegabytes(before)}, sessions ${sessionsNow}, sockets ${sockets()}`);
measured = 0;

await stay(seconds);
await everyoneGone();
const after = heap();
const ratio = after / before;
latencies.subarray(0, Math.min(measured, latencies.length)).sort();
console.log(`after:  heap ${inMegabytes(after)}, sessions ${sessionsNow}, sockets ${sockets()}`);
console.log(
  `${seconds} s, ${clients} clients at a time, ${visits} visits, ${sessionsEver} sessions, ${events} events, ${lost} lost; ` +
    `event to screen p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms; heap after/before ${ratio.toFixed(3)}`,
);
await server.close();
if (ratio > TOLERANCE || sessionsNow > 0 || lost > 0) process.exitCode = 1;

/** Keeps `clients` clients there for so many seconds: each comes, acts, and goes to be followed by another. */
async function stay(forSeconds: number): Promise<void> {
  const until = Date.now() + forSeconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      await pause((index / clients) * Math.min(10_000, (forSeconds * 1_000) / 2));
      while (Date.now() < until) await visit(until);
    }),
  );
}

async function visit(until: number): Promise<void> {
  visits++;
  const arrival = fetching.then(arrive);
  fetching = arrival;
  const client = await arrival;
  const leaving = Math.min(until, Date.now() + 5_000 + random.below(20_000));
  while (Date.now() < leaving) {
    await pause(500 + random.below(1_000));
    const started = performance.now();
    client.act();
    await client.settled();
    latencies[measured++ % latencies.length] = performance.now() - started;
  }
  events += client.sent.length;
  lost += client.missing;
  // Some machines just die; their sessions wait, and end.
  if (random.chance(0.3)) client.screen.discard();
  else client.screen.stop();
}

async function arrive(): Promise<TcpClient> {
  const page = await fetchPage(url);
  const client = new TcpClient({ page, port: server.port, random, ...opened! });
  opened = undefined;
  return client;
}

async function everyoneGone(): Promise<void> {
  for (let waited = 0; sessionsNow > 0 && waited < 60; waited++) await pause(1_000);
  // Timers of the last sockets, and what `fetch` keeps alive.
  await pause(RETENTION);
}

function heap(): number {
  const collect = (globalThis as { gc?: () => void }).gc!;
  for (let round = 0; round < 4; round++) collect();
  return process.memoryUsage().heapUsed;
}

function sockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;
}

function percentile(part: number): string {
  return latencies[Math.floor(Math.min(measured, latencies.length) * part)]!.toFixed(1);
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
