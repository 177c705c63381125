import { describe, expect, it } from "vitest";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { isSilence, req } from "../../src/reactive/silence.ts";
import { watch } from "../../src/reactive/watch.ts";
import { TestOwner } from "../support/test-owner.ts";
import { codeOf } from "./support.ts";

describe("watch and req", () => {
  it("R45: runs on a change with the value and the one before, and for nothing its body reads", () => {
    const owner = new TestOwner();
    const a = signal(1);
    const other = signal(0);
    const seen: unknown[] = [];
    owner.turn(() => watch(a, (value, previous) => void seen.push([value, previous, other.value])));
    owner.turn(() => a.set(2));
    owner.turn(() => other.set(1));
    owner.turn(() => a.set(3));
    expect(seen).toEqual([
      [2, 1, 0],
      [3, 2, 1],
    ]);
  });

  it("R45: a function is followed by its result", () => {
    const owner = new TestOwner();
    const a = signal(1);
    const seen: boolean[] = [];
    owner.turn(() =>
      watch(
        () => a.value > 2,
        (isBig) => void seen.push(isBig),
      ),
    );
    for (const value of [2, 3, 4, 1]) owner.turn(() => a.set(value));
    expect(seen).toEqual([true, false]);
  });

  it("R45: touch counts as a change, and cleanups belong to the body's run", () => {
    const owner = new TestOwner();
    const list = signal([1]);
    const seen: string[] = [];
    const handle = owner.turn(() =>
      watch(list, (value) => {
        seen.push(`run${value.length}`);
        onCleanup(() => seen.push("cleaned"));
      }),
    );
    list.peek().push(2);
    owner.turn(() => list.touch());
    handle.dispose();
    expect(seen).toEqual(["run2", "cleaned"]);
  });

  it("R45: errors of an async body are reported", async () => {
    const owner = new TestOwner();
    const a = signal(1);
    owner.turn(() =>
      watch(a, async () => {
        await Promise.resolve();
        throw new Error("late");
      }),
    );
    owner.turn(() => a.set(2));
    await owner.settle();
    expect(owner.errors.map(String)).toEqual(["Error: late"]);
  });

  it("R46: leaves out the first value unless immediate", () => {
    const owner = new TestOwner();
    const a = signal(1);
    const seen: unknown[] = [];
    owner.turn(() => {
      watch(a, (...values) => void seen.push(["later", values[0], values[1]]));
      watch(a, (...values) => void seen.push(["now", values[0], values[1]]), { immediate: true });
    });
    expect(seen).toEqual([["now", 1, undefined]]);
    owner.turn(() => a.set(2));
    expect(seen.slice(1)).toEqual([
      ["later", 2, 1],
      ["now", 2, 1],
    ]);
  });

  it("R47: runs for changes to nothing too", () => {
    const owner = new TestOwner();
    const a = signal<number | null | undefined>(1);
    const seen: unknown[] = [];
    owner.turn(() => watch(a, (value) => void seen.push(value)));
    for (const value of [0, null, undefined]) owner.turn(() => a.set(value));
    expect(seen).toEqual([0, null, undefined]);
  });

  it("R48: waits while the source is stopped by req, and runs when a value comes", () => {
    const owner = new TestOwner();
    const a = signal<string>();
    const seen: string[] = [];
    owner.turn(() =>
      watch(
        () => req(a.value),
        (value) => void seen.push(value),
      ),
    );
    for (const value of ["x", undefined, "y"]) owner.turn(() => a.set(value));
    expect(seen).toEqual(["x", "y"]);
    expect(owner.errors).toEqual([]);
  });

  it("R49: a source that is none, or gives a promise, is an error", () => {
    const owner = new TestOwner();
    expect(codeOf(() => watch({ value: 1 } as never, () => {}))).toBe("reactive/not-a-source");
    let runs = 0;
    const body = (): void => void runs++;
    owner.turn(() => watch(async () => 1, body, { immediate: true }));
    expect(owner.errors).toMatchObject([{ code: "reactive/async-source" }]);
    expect(runs).toBe(0);
  });

  it("R50: req lets values and 0 through, narrowed, and stops at what is missing", () => {
    const value: string = req("x" as string | undefined);
    expect([value, req(0), req(true), req([])]).toEqual(["x", 0, true, []]);
    for (const missing of [undefined, null, false, "", NaN]) {
      let thrown: unknown;
      try {
        req(missing);
      } catch (error) {
        thrown = error;
      }
      expect(isSilence(thrown)).toBe(true);
    }
    expect(isSilence(new Error("x"))).toBe(false);
  });

  it("R50: req stops effects quietly, directly, through a computed, and after an await", async () => {
    const owner = new TestOwner();
    const name = signal("");
    const upper = computed(() => req(name.value).toUpperCase());
    const seen: string[] = [];
    owner.turn(() => {
      effect(() => void seen.push(req(name.value)));
      effect(() => void seen.push(upper.value));
      effect(async () => {
        const late = name.value;
        await Promise.resolve();
        seen.push(`late ${req(late)}`);
      });
    });
    await owner.settle();
    expect([seen, owner.errors]).toEqual([[], []]);
    owner.turn(() => name.set("ann"));
    await owner.settle();
    expect(seen).toEqual(["ann", "ANN", "late ann"]);
  });
});
