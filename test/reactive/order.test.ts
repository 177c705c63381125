import { describe, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { dropWhileBusy, latest, serial } from "../../src/reactive/order.ts";
import type { ReadonlySignal } from "../../src/reactive/signal.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { TestOwner } from "../support/test-owner.ts";
import { deferred, type Deferred } from "../support/promises.ts";

/** Calls noted, each answered by hand. */
function desk() {
  const begun: string[] = [];
  const answers = new Map<string, Deferred<string>>();
  const signals: AbortSignal[] = [];
  const work = (name: string, aborted?: AbortSignal): Promise<string> => {
    begun.push(name);
    if (aborted) signals.push(aborted);
    const answer = deferred<string>();
    answers.set(name, answer);
    return answer.promise;
  };
  return { begun, signals, work, answer: (name: string) => answers.get(name)! };
}

function follow(owner: TestOwner, pending: ReadonlySignal<boolean>): boolean[] {
  const seen: boolean[] = [];
  owner.turn(() => effect(() => void seen.push(pending.value)));
  return seen;
}

describe("order", () => {
  it("R77: serial runs calls in order, after failed ones too, each with its own outcome", async () => {
    const { begun, work, answer } = desk();
    const run = serial(work);
    const calls = [run("a"), run("b"), run("c")];
    expect(begun).toEqual(["a"]);
    answer("a").resolve("A");
    expect(await calls[0]).toBe("A");
    await promisesSettled();
    expect(begun).toEqual(["a", "b"]);
    answer("b").reject(new Error("bad"));
    await expect(calls[1]).rejects.toThrow("bad");
    await promisesSettled();
    answer("c").resolve("C");
    expect(await calls[2]).toBe("C");
    const failing = serial(() => {
      throw new Error("sync");
    });
    await expect(failing()).rejects.toThrow("sync");
  });

  it("R78: latest aborts the call before, which resolves with undefined", async () => {
    const { begun, signals, work, answer } = desk();
    const run = latest((name: string, aborted: AbortSignal) => work(name, aborted));
    const calls = [run("a"), run("b"), run("c")];
    expect(begun).toEqual(["a", "b", "c"]);
    expect(signals.map((each) => each.aborted)).toEqual([true, true, false]);
    answer("c").resolve("C");
    answer("a").resolve("A");
    answer("b").reject(new Error("bad"));
    expect(await Promise.all(calls)).toEqual([undefined, undefined, "C"]);
    const last = run("d");
    answer("d").reject(new Error("newest"));
    await expect(last).rejects.toThrow("newest");
  });

  it("R78: latest takes a function that wants no abort signal", async () => {
    const run = latest(async (name: string) => name.length);
    // @ts-expect-error the arguments are those of the function
    void run(3).catch(() => {});
    const length: number | undefined = await run("abc");
    expect(length).toBe(3);
  });

  it("R79: dropWhileBusy ignores calls while one is under way", async () => {
    const { begun, work, answer } = desk();
    const run = dropWhileBusy(work);
    const first = run("a");
    expect(await run("b")).toBe(undefined);
    answer("a").reject(new Error("bad"));
    await expect(first).rejects.toThrow("bad");
    const third = run("c");
    answer("c").resolve("C");
    expect(await third).toBe("C");
    expect(begun).toEqual(["a", "c"]);
  });

  it("R80: pending tells whether a call is under way or waiting", async () => {
    const owner = new TestOwner();
    for (const wrap of [serial, latest, dropWhileBusy]) {
      const { work, answer } = desk();
      const run = wrap(work as (name: string) => Promise<string>);
      const seen = follow(owner, run.pending);
      owner.turn(() => void run("a"));
      owner.turn(() => void run("b"));
      answer("a").resolve("A");
      await owner.settle();
      expect([wrap.name, run.pending.value]).toEqual([wrap.name, wrap !== dropWhileBusy]);
      if (wrap !== dropWhileBusy) answer("b").resolve("B");
      await owner.settle();
      expect([wrap.name, seen]).toEqual([wrap.name, [false, true, false]]);
    }
  });

  it("R81: the end of its owner aborts what latest has under way", () => {
    const owner = new TestOwner();
    const { signals, work } = desk();
    const run = owner.run(() => latest((name: string, aborted: AbortSignal) => work(name, aborted)));
    void run("a");
    owner.dispose();
    expect(signals[0]!.aborted).toBe(true);
  });
});
