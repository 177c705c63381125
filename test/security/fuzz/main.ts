/** `npm run fuzz`: attacks a session in this process, then a server over sockets, and says what came of it. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Random } from "../../support/random.ts";
import { standBy, type Times } from "./bystander.ts";
import { ByteAttack } from "./byte-attack.ts";
import { fetchFoothold } from "./foothold.ts";
import { FrameAttack } from "./frame-attack.ts";
import { serveTarget, type Health } from "./served.ts";
import { assault } from "./widgets/assault.ts";
import { FLOW_CASES, WIDGET_CASES } from "./widgets/cases.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: "string", default: "300000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    rate: { type: "string", default: "400" },
    attacks: { type: "string", default: "40" },
    only: { type: "string" },
    path: { type: "string" },
  },
});

/** This share of the inputs goes over sockets. */
const OVER_SOCKETS = 1 / 15;
/** Milliseconds of attack, and of quiet in between. */
const WINDOW = 1_000;
const MEGABYTE = 1024 * 1024;
/** What a warm heap may differ by from one look to the next. */
const HEAP_TOLERANCE = 2 * MEGABYTE;

if (positionals[0] === "server") await serveTarget();
else if (positionals[0] === "bystander") await standBy(Number(positionals[1]));
else await fuzz(Number(values.inputs), Number(values.seed));

async function fuzz(inputs: number, seed: number): Promise<void> {
  console.log(`seed ${seed}`);
  const overSockets = Math.round(inputs * OVER_SOCKETS);
  const failures = await fuzzWidgets(seed);
  if (inputs > 0) {
    failures.push(...(await fuzzFrames(inputs - overSockets, seed)));
    failures.push(...(await fuzzBytes(overSockets, { seed, rate: Number(values.rate) })));
  }
  console.log(
    failures.length === 0
      ? "\nNothing got through."
      : `\n${failures.length} failures:\n${failures.slice(0, 20).join("\n")}`,
  );
  process.exit(failures.length === 0 ? 0 : 1);
}

// ------------------------------------------------------------------ words to widgets and questions, in this process

/** Attacks before the heap is looked at for the first time. */
const WARM_ATTACKS = 3;

async function fuzzWidgets(seed: number): Promise<string[]> {
  const failures: string[] = [];
  const { only = "", path } = values;
  const onRejection = (reason: unknown) => void failures.push(`unhandled rejection: ${String(reason)}`);
  process.on("unhandledRejection", onRejection);
  const cases = [...WIDGET_CASES, ...FLOW_CASES].filter(({ name }) => name.includes(only));
  for (const each of cases) await assault(each, { seed: seed + 1, runs: WARM_ATTACKS });
  const before = await heapNow();
  const started = performance.now();
  const words = new Map<string, number>();
  for (const each of cases) {
    const found = await assault(each, {
      seed,
      runs: Number(values.attacks),
      ...(path === undefined ? {} : { path }),
    });
    words.set(each.name, found.words);
    failures.push(...found.problems);
  }
  const after = await heapNow();
  process.off("unhandledRejection", onRejection);
  const all = [...words.values()].reduce((sum, count) => sum + count, 0);
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(`\n${all} words to ${cases.length} widgets and questions in ${seconds} s`);
  if (values.attacks !== "0") failures.push(...compareHeaps(before, after));
  return failures;
}

// ------------------------------------------------------------------ frames, in this process

async function fuzzFrames(inputs: number, seed: number): Promise<string[]> {
  const failures: string[] = [];
  let rejections = 0;
  const onRejection = (reason: unknown) => (rejections++, failures.push(`unhandled rejection: ${String(reason)}`));
  process.on("unhandledRejection", onRejection);
  const attack = new FrameAttack(seed);
  let crashes = 0;
  const step = (n: number) => {
    try {
      attack.step();
      if (n % 20 === 0) attack.bystanderClicks();
    } catch (error) {
      crashes++;
      failures.push(String((error as Error).stack));
    }
  };
  // Warm, so that what is compiled and kept once is there before the heap is looked at.
  const warm = Math.round(inputs / 10);
  for (let n = 0; n < warm; n++) step(n);
  const before = await heapNow();
  for (let n = warm; n < inputs; n++) {
    step(n);
    if (n % 10_000 === 0) await pause(0);
  }
  failures.push(...attack.check());
  const after = await heapNow();
  process.off("unhandledRejection", onRejection);
  console.log(`\n${inputs} frames to a session in this process, ${attack.sessions} sessions used up`);
  printCounts("by kind", attack.byKind);
  printCounts("closed with", attack.closes);
  console.log(`  crashes ${crashes}, unhandled rejections ${rejections}`);
  failures.push(...compareHeaps(before, after));
  await attack.end();
  return failures;
}

async function heapNow(): Promise<number> {
  await pause(10);
  for (let n = 0; n < 4; n++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

// ------------------------------------------------------------------ bytes, over sockets

async function fuzzBytes(inputs: number, { seed, rate }: { seed: number; rate: number }): Promise<string[]> {
  const server = start("server");
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  const bystander = start("bystander", String(port));
  // An attacker has a machine of its own: what it costs this one to attack is not the server's time.
  setPriority(constants.priority.PRIORITY_LOW);
  const random = new Random(seed);
  const attack = new ByteAttack(random);
  const [quiet, attacked]: [number[], number[]] = [[], []];
  let left = inputs;
  const assault = async (count: number) => {
    const burst = Math.min(left, count);
    left -= burst;
    await attackFor({ port, attack, inputs: burst, rate });
  };
  await assault(Math.round(inputs / 10));
  await settled(server);
  const before = await ask<Health>(server);
  await ask<Times>(bystander);
  while (left > 0) {
    await pause(WINDOW);
    quiet.push(...(await ask<Times>(bystander)).times);
    await assault((rate * WINDOW) / 1_000);
    attacked.push(...(await ask<Times>(bystander)).times);
  }
  await settled(server);
  const after = await ask<Health>(server);
  console.log(`\n${inputs} streams of bytes to a server over sockets, ${rate} a second`);
  printCounts("by kind", attack.byKind);
  printCounts("answered", attack.statuses);
  console.log(
    `  crashes ${after.crashes.length}, unhandled rejections ${after.rejections.length}, errors logged ${after.errors.length}`,
  );
  const failures = [...attack.violations, ...after.violations, ...after.crashes, ...after.rejections, ...after.errors];
  failures.push(...compareHeaps(before.heap, after.heap), ...compareTimes(quiet, attacked));
  bystander.disconnect();
  server.disconnect();
  return failures;
}

/** Starts this program in another role. */
function start(...role: string[]): ChildProcess {
  const child = fork(process.argv[1]!, role, { execArgv: ["--expose-gc", "--enable-source-maps"] });
  child.on("exit", (code) => {
    if (code === 0) return;
    console.error(`The ${role[0]} ended with ${code}.`);
    process.exit(1);
  });
  return child;
}

async function ask<Answer>(child: ChildProcess): Promise<Answer> {
  const answer = once(child, "message");
  child.send("how are you?");
  return ((await answer) as [Answer])[0];
}

/** Waits until all sessions are gone but the bystander's. */
async function settled(server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if ((await ask<Health>(server)).sessions <= 1) return;
    await pause(250);
  }
}

/** So many inputs at so many a second, each in its time whether those before are done or not. */
async function attackFor({
  port,
  attack,
  inputs,
  rate,
}: {
  port: number;
  attack: ByteAttack;
  inputs: number;
  rate: number;
}) {
  let foothold = await fetchFoothold(port);
  const under: Promise<unknown>[] = [];
  const started = performance.now();
  for (let n = 0; n < inputs; n++) {
    // A hostile client may say goodbye, and needs another session then.
    if (n % 50 === 49) foothold = await fetchFoothold(port);
    under.push(attack.step(foothold));
    const due = started + ((n + 1) * 1_000) / rate;
    if (due > performance.now()) await pause(due - performance.now());
  }
  await Promise.all(under);
}

// ------------------------------------------------------------------ what it says

function printCounts(title: string, counts: ReadonlyMap<unknown, number>): void {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  console.log(`  ${title}: ${sorted.map(([name, count]) => `${String(name)} ${count}`).join(", ")}`);
}

function compareHeaps(before: number, after: number): string[] {
  const [from, to] = [before, after].map((bytes) => (bytes / MEGABYTE).toFixed(1));
  console.log(`  heap ${from} MB before, ${to} MB after`);
  return after - before > HEAP_TOLERANCE ? [`the heap grew from ${from} to ${to} MB`] : [];
}

function compareTimes(quiet: readonly number[], attacked: readonly number[]): string[] {
  const [calm, stormy] = [percentile(quiet, 99), percentile(attacked, 99)];
  const ratio = stormy / calm;
  console.log(
    `  a bystander's event, p50 ${percentile(quiet, 50).toFixed(3)} ms quiet, ${percentile(attacked, 50).toFixed(3)} ms under attack; ` +
      `p99 ${calm.toFixed(3)} and ${stormy.toFixed(3)} ms: ${ratio.toFixed(2)} times (${quiet.length} and ${attacked.length} events)`,
  );
  return ratio > 2 ? [`the bystander's p99 was ${ratio.toFixed(2)} times that of quiet`] : [];
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
