import { expect, it } from "vitest";
import { Calls, type CallHandlers } from "../../src/browser/extras/calls.ts";
import type { SendWord } from "../../src/browser/extras/extras.ts";
import { loadScript } from "../../src/testing/page-scripts.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { openPage } from "./support.ts";

/** Runs one call, and answers what the session is told. */
async function answerOf(handler: CallHandlers[string], send?: SendWord): Promise<unknown[]> {
  const sent: unknown[][] = [];
  const calls = new Calls(send ?? ((...word) => sent.push(word)), { it: handler });
  await calls.run(["call", 7, "it", ["a", "b"]]);
  return sent[0] ?? [];
}

it("M3: a call is answered with its result, undefined included", async () => {
  expect(await answerOf((args) => args.join())).toEqual(["answer", 7, true, "a,b"]);
  expect(await answerOf(() => undefined)).toEqual(["answer", 7, true]);
  expect(await answerOf(async () => ({ deep: [0, "", false, null, { x: undefined }] }))).toEqual([
    "answer",
    7,
    true,
    { deep: [0, "", false, null, {}] },
  ]);
});

it("M3: what a call throws, or rejects with, is told", async () => {
  const fail = () => {
    throw new TypeError("no such thing");
  };
  expect(await answerOf(fail)).toEqual(["answer", 7, false, { name: "TypeError", message: "no such thing" }]);
  expect(await answerOf(() => Promise.reject(null))).toEqual(["answer", 7, false, { name: "Error", message: "null" }]);
  expect((await answerOf(() => Promise.reject("text")))[3]).toEqual({ name: "Error", message: "text" });
});

it("M3: a result that is no JSON is an error that says what it is", async () => {
  const loop: { self?: unknown } = {};
  loop.self = loop;
  for (const [value, word] of [
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [() => 1, "function"],
    [Symbol("x"), "symbol"],
    [1n, "bigint"],
    [new Map(), "Map"],
    [{ inside: [new Set()] }, "Set"],
    [loop, "contains itself"],
    [[undefined], "undefined"],
  ] as const) {
    const [, , ok, error] = await answerOf(() => value);
    expect([ok, (error as Error).message]).toEqual([false, expect.stringContaining(word)]);
  }
  expect((await answerOf(() => new Date(0)))[2]).toBe(true);
});

it("M3: a call that the page does not know, and an answer too large to send, are errors", async () => {
  const page = openPage();
  page.server.deliver(["call", 1, "not-there", []]);
  await promisesSettled();
  expect(page.server.heard.at(-1)?.slice(2)).toEqual([
    "answer",
    1,
    false,
    { name: "Error", message: expect.stringContaining('"not-there"') },
  ]);
  const sent: unknown[][] = [];
  const full: SendWord = (...word) => (JSON.stringify(word).length > 1_000 ? 0 : sent.push(word));
  await answerOf(() => "x".repeat(2_000), full);
  expect(sent[0]?.slice(0, 3)).toEqual(["answer", 7, false]);
});

it("M3: nobody hears of a call that was called off, whose handler is told", async () => {
  const sent: unknown[][] = [];
  let aborted = false;
  const calls = new Calls((...word) => sent.push(word), {
    it: (_, cancelled) =>
      new Promise((resolve) =>
        cancelled.addEventListener("abort", () => {
          aborted = true;
          resolve("late");
        }),
      ),
  });
  const run = calls.run(["call", 1, "it", []]);
  calls.cancel(1);
  await run;
  expect([aborted, sent]).toEqual([true, []]);
});

it("M4: what comes before the script is kept in order, also when loading it fails at first", async () => {
  const failures = 1;
  let loads = 0;
  const page = openPage({
    loadScript: (name) => (loads++ < failures ? Promise.reject(new Error("offline")) : loadScript(name)),
  });
  const got: unknown[] = [];
  page.screen.api.addCustomMessageHandler("n", (n) => void got.push(n));
  page.server.deliver(["custom", "n", 1]);
  await promisesSettled();
  expect([got, loads]).toEqual([[], 1]);
  page.server.deliver(["custom", "n", 2], ["custom", "n", 3]);
  page.server.deliver(["custom", "n", 4]);
  await promisesSettled();
  page.server.deliver(["custom", "n", 5]);
  expect([got, loads]).toEqual([[1, 2, 3, 4, 5], 2]);
});

it("M4: a request that waits for the script rejects when the session ends", async () => {
  const page = openPage({ loadScript: () => new Promise(() => {}) });
  const request = page.screen.api.makeRequest("any");
  page.server.close(4001);
  await expect(request).rejects.toThrow("ended");
});

it("M4: a page without need of it does not load it", () => {
  let loads = 0;
  const page = openPage({ loadScript: () => (loads++, new Promise(() => {})) });
  page.server.deliver();
  expect([loads, page.screen.link.state.kind]).toEqual([0, "connected"]);
});
