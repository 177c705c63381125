import { describe, expect, it } from "vitest";
import { TandemError } from "../../src/core/errors.ts";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { every } from "../../src/reactive/every.ts";
import { untracked } from "../../src/reactive/graph.ts";
import { serial } from "../../src/reactive/order.ts";
import { poll } from "../../src/reactive/poll.ts";
import { debounced } from "../../src/reactive/rate.ts";
import { resource } from "../../src/reactive/resource.ts";
import { isSignal, isWritableSignal, signal } from "../../src/reactive/signal.ts";
import { watch } from "../../src/reactive/watch.ts";
import { TestOwner } from "../support/test-owner.ts";
import { codeOf, linksOn } from "./support.ts";

describe("signals", () => {
  it("R1: keeps the latest value and says whether a write changed it", () => {
    const owner = new TestOwner();
    const count = signal(1);
    const seen: number[] = [];
    owner.turn(() => effect(() => void seen.push(count.value)));
    expect(count.set(1)).toBe(false);
    expect(owner.queue.isEmpty).toBe(true);
    expect(count.set(2)).toBe(true);
    expect(count.update((n) => n + 1)).toBe(true);
    expect(count.peek()).toBe(3);
    owner.flush();
    expect(seen).toEqual([1, 3]);
    expect(`${signal(NaN).set(NaN)} ${signal(0).set(-0)} ${count}`).toBe("false true 3");
  });

  it("R2: takes an equal but distinct object as a change, unless told otherwise", () => {
    expect(signal([1]).set([1])).toBe(true);
    const sameLength = signal([1], { equals: (a, b) => a.length === b.length });
    expect(sameLength.set([2])).toBe(false);
    expect(sameLength.set([1, 2])).toBe(true);
  });

  it("R3: touch reruns readers of the value, not those of a computed that stays the same", () => {
    const owner = new TestOwner();
    const list = signal([1]);
    const isSet = computed(() => list.value !== undefined);
    const length = computed(() => list.value.length);
    const runs = { value: 0, isSet: 0, length: 0 };
    owner.turn(() => {
      effect(() => void (list.value, runs.value++));
      effect(() => void (isSet.value, runs.isSet++));
      effect(() => void (length.value, runs.length++));
    });
    list.peek().push(2);
    list.touch();
    owner.flush();
    expect(runs).toEqual({ value: 2, isSet: 1, length: 2 });
    expect(list.value).toEqual([1, 2]);
  });

  it("R15: counts every live value as a signal, and a signal alone as writable", () => {
    const owner = new TestOwner();
    const writable = signal(0);
    const others = owner.run(() => [
      computed(() => 1),
      resource(() => 1),
      every(1000),
      poll(
        () => 1,
        () => 2,
      ),
      debounced(writable, 10),
      serial(() => {}).pending,
    ]);
    expect(others.map(isSignal)).toEqual(others.map(() => true));
    expect(isSignal(writable) && isWritableSignal(writable)).toBe(true);
    expect(isWritableSignal(others[0])).toBe(false);
    expect([undefined, null, 1, {}, { value: 1, peek() {} }, () => 1].some(isSignal)).toBe(false);
  });

  it("R18: reads outside any effect, as in a task", async () => {
    const name = signal("a");
    const task = serial(async () => {
      await Promise.resolve();
      return name.value + computed(() => name.value).value;
    });
    expect(await task()).toBe("aa");
    expect(linksOn(name)).toBe(0);
  });

  it("R19: an unset signal is undefined; asking whether it is set reruns only when that changes", () => {
    const owner = new TestOwner();
    const name = signal<string>();
    const isSet = computed(() => name.value !== undefined);
    const seen: boolean[] = [];
    owner.turn(() => effect(() => void seen.push(isSet.value)));
    for (const value of ["a", "b", undefined, "c"]) owner.turn(() => name.set(value));
    expect(seen).toEqual([false, true, false, true]);
  });

  it("R12: untracked reads make no dependency, across awaits too", async () => {
    const owner = new TestOwner();
    const followed = signal(0);
    const other = signal(0);
    const seen: string[] = [];
    owner.turn(() =>
      effect(async () => {
        const first = followed.value;
        const second = await untracked(async () => {
          const before = other.value;
          await Promise.resolve();
          return before + other.value;
        });
        seen.push(`${first} ${second}`);
      }),
    );
    await owner.settle();
    owner.turn(() => other.set(1));
    await owner.settle();
    expect(seen).toEqual(["0 0"]);
    owner.turn(() => followed.set(1));
    await owner.settle();
    expect(seen).toEqual(["0 0", "1 2"]);
  });

  it("R12: untracked works with nothing running", () => {
    expect(untracked(() => signal(7).value)).toBe(7);
  });

  it("R17: refuses what is not a function", () => {
    const wrong = 3 as never;
    expect(codeOf(() => computed(wrong))).toBe("reactive/not-a-function");
    expect(codeOf(() => effect(wrong))).toBe("reactive/not-a-function");
    expect(codeOf(() => watch(signal(0), wrong))).toBe("reactive/not-a-function");
    expect(codeOf(() => resource(wrong))).toBe("reactive/not-a-function");
    expect(() => effect(wrong)).toThrow(TandemError);
  });

  it("R17: a function that requires arguments it will not get does not compile", () => {
    const owner = new TestOwner();
    const given: unknown[] = [];
    // @ts-expect-error a computed gets no arguments
    const doubled = computed((...args: [number]) => given.push(...args));
    expect(doubled.value).toBe(0);
    owner.turn(() => {
      // @ts-expect-error an effect gets its context, not a number
      effect((context: number) => void given.push(typeof context));
    });
    expect(given).toEqual(["object"]);
  });

  it("R9: a computed may not write, make effects or register cleanups", () => {
    const owner = new TestOwner();
    const target = signal(0);
    const codes = owner.run(() => [
      codeOf(() => computed(() => target.set(0)).value),
      codeOf(() => computed(() => target.touch()).value),
      codeOf(() => computed(() => effect(() => {})).value),
      codeOf(() => computed(() => onCleanup(() => {})).value),
    ]);
    expect(codes).toEqual([
      "reactive/write-in-computed",
      "reactive/write-in-computed",
      "reactive/effect-in-computed",
      "reactive/cleanup-in-computed",
    ]);
    expect(owner.owned).toBe(0);
  });
});
