import { describe, expect, it } from "vitest";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { effect, type EffectHandle } from "../../src/reactive/effect.ts";
import { currentOwner } from "../../src/reactive/owner.ts";
import { signal } from "../../src/reactive/signal.ts";
import { TestOwner } from "../support/test-owner.ts";
import { deferred } from "../support/promises.ts";
import { linksOn } from "./support.ts";

describe("effects", () => {
  it("R33: first runs in its owner's next flush and ends with the owner", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: number[] = [];
    owner.run(() => effect(() => void seen.push(a.value)));
    expect([seen, owner.scheduled]).toEqual([[], 1]);
    owner.flush();
    expect(seen).toEqual([0]);
    owner.dispose();
    owner.turn(() => a.set(1));
    expect(seen).toEqual([0]);
    expect(linksOn(a)).toBe(0);
  });

  it("R33: without a session it flushes at the end of the microtask turn", async () => {
    const a = signal(0);
    const seen: number[] = [];
    const handle = effect(() => void seen.push(a.value));
    expect(seen).toEqual([]);
    await Promise.resolve();
    a.value = 1;
    await Promise.resolve();
    handle.dispose();
    a.value = 2;
    await Promise.resolve();
    expect(seen).toEqual([0, 1]);
  });

  it("R34: only reads before the first await are tracked", async () => {
    const owner = new TestOwner();
    const before = signal(0);
    const after = signal(0);
    let runs = 0;
    owner.turn(() =>
      effect(async () => {
        runs++;
        void before.value;
        await Promise.resolve();
        void after.value;
      }),
    );
    await owner.settle();
    owner.turn(() => after.set(1));
    expect(runs).toBe(1);
    owner.turn(() => before.set(1));
    expect(runs).toBe(2);
  });

  it("R35: the abort signal aborts on the next run and at the end", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const signals: AbortSignal[] = [];
    const handle = owner.turn(() =>
      effect(({ signal: aborted }) => {
        signals.push(aborted);
        void a.value;
      }),
    );
    owner.turn(() => a.set(1));
    expect(signals.map((each) => each.aborted)).toEqual([true, false]);
    handle.dispose();
    expect(signals.map((each) => each.aborted)).toEqual([true, true]);
  });

  it("R35: first asked for after the end, it is aborted already", async () => {
    const owner = new TestOwner();
    const pause = deferred();
    let aborted: boolean | undefined;
    const handle = owner.turn(() =>
      effect(async (context) => {
        await pause.promise;
        aborted = context.signal.aborted;
      }),
    );
    handle.dispose();
    pause.resolve();
    await owner.settle();
    expect(aborted).toBe(true);
  });

  it("R36: rejections are reported, except those that only say it was aborted", async () => {
    const owner = new TestOwner();
    const a = signal(0);
    const handle = owner.turn(() =>
      effect(async ({ signal: aborted }) => {
        const run = a.value;
        await Promise.resolve();
        if (run === 0) throw new Error("plain");
        await new Promise((_, reject) => aborted.addEventListener("abort", () => reject(aborted.reason)));
      }),
    );
    await owner.settle();
    expect(owner.errors.map(String)).toEqual(["Error: plain"]);
    expect(owner.sources).toEqual([handle]);
    for (const value of [1, 2]) owner.turn(() => a.set(value));
    handle.dispose();
    await owner.settle();
    expect(owner.errors).toHaveLength(1);
  });

  it("R36: an AbortError of something else is reported", async () => {
    const owner = new TestOwner();
    owner.turn(() => effect(async () => AbortSignal.abort().throwIfAborted()));
    await owner.settle();
    expect(owner.errors).toHaveLength(1);
  });

  it("R37: async effects overlap", async () => {
    const owner = new TestOwner();
    const pause = deferred();
    const seen: string[] = [];
    owner.turn(() => {
      effect(async () => {
        seen.push("a begins");
        await pause.promise;
        seen.push("a ends");
      });
      effect(async () => {
        seen.push("b begins");
        await Promise.resolve();
        seen.push("b ends");
      });
    });
    await owner.settle();
    pause.resolve();
    await owner.settle();
    expect(seen).toEqual(["a begins", "b begins", "b ends", "a ends"]);
  });

  it("R38: what a run made ends before the next run, last made first, and at the end", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const inner = signal(0);
    const seen: string[] = [];
    const handle = owner.turn(() =>
      effect(() => {
        const run = a.value;
        seen.push(`run${run}`);
        onCleanup(() => seen.push(`first${run}`));
        effect(() => {
          seen.push(`inner${run}${inner.value}`);
          onCleanup(() => seen.push(`inner gone${run}`));
        });
        onCleanup(() => seen.push(`last${run}`));
      }),
    );
    expect(seen).toEqual(["run0", "inner00"]);
    seen.length = 0;
    owner.turn(() => a.set(1));
    expect(seen).toEqual(["last0", "inner gone0", "first0", "run1", "inner10"]);
    seen.length = 0;
    handle.dispose();
    expect(seen).toEqual(["last1", "inner gone1", "first1"]);
    owner.turn(() => inner.set(1));
    expect(seen).toHaveLength(3);
    expect(linksOn(inner)).toBe(0);
  });

  it("R38: cleanups are untracked, and one that throws is reported and stops nothing", () => {
    const owner = new TestOwner();
    const [a, b] = [signal(0), signal(0)];
    const seen: string[] = [];
    owner.turn(() => {
      const guarded = effect(() => {
        onCleanup(() => seen.push(`cleaned ${b.value}`));
        onCleanup(() => {
          throw new Error("cleanup");
        });
      });
      effect(() => {
        seen.push("outer");
        if (a.value === 1) guarded.dispose();
      });
    });
    owner.turn(() => a.set(1));
    expect(seen).toEqual(["outer", "outer", "cleaned 0"]);
    expect(owner.errors.map(String)).toEqual(["Error: cleanup"]);
    owner.turn(() => b.set(1));
    expect(seen).toHaveLength(3);
  });

  it("R38: onCleanup outside an effect belongs to the owner there is", () => {
    const owner = new TestOwner();
    const seen: string[] = [];
    owner.run(() => onCleanup(() => seen.push("ended")));
    owner.dispose();
    expect(seen).toEqual(["ended"]);
  });

  it("R38: what a disposed run still makes ends at once", () => {
    const owner = new TestOwner();
    const seen: string[] = [];
    const handle: EffectHandle = owner.run(() =>
      effect(() => {
        handle.dispose();
        onCleanup(() => seen.push("cleaned"));
        effect(() => void seen.push("inner"));
      }),
    );
    owner.flush();
    expect(seen).toEqual(["cleaned"]);
  });

  it("R38: a nested effect is owned by the run, with its queue and clock", () => {
    const owner = new TestOwner();
    let inside: unknown;
    owner.turn(() => effect(() => void (inside = [currentOwner().queue, currentOwner().clock])));
    expect(inside).toEqual([owner.queue, owner.clock]);
    expect(owner.owned).toBe(1);
  });

  it("R39: of callbacks run together one removed is not called, and one added is", () => {
    const owner = new TestOwner();
    const seen: string[] = [];
    const removed = () => void seen.push("removed");
    owner.own(removed);
    owner.own(() => {
      seen.push("first");
      owner.disown(removed);
      owner.own(() => seen.push("added"));
    });
    owner.dispose();
    expect(seen).toEqual(["first", "added"]);
  });

  it("R40: suspend lets a queued run happen; resume runs once for what came later", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: number[] = [];
    const handle = owner.run(() => effect(() => void seen.push(a.value)));
    handle.suspend();
    owner.flush();
    expect(seen).toEqual([0]);
    for (const value of [1, 2]) owner.turn(() => a.set(value));
    expect(seen).toEqual([0]);
    handle.resume();
    owner.flush();
    expect(seen).toEqual([0, 2]);
    owner.turn(() => a.set(3));
    expect(seen).toEqual([0, 2, 3]);
  });

  it("R40: resume runs nothing when nothing changed", () => {
    const owner = new TestOwner();
    const a = signal(0);
    let runs = 0;
    const handle = owner.turn(() => effect(() => void (a.value, runs++)));
    handle.suspend();
    handle.resume();
    handle.suspend();
    owner.turn(() => {
      a.value = 1;
      a.value = 0;
    });
    handle.resume();
    owner.flush();
    expect(runs).toBe(1);
  });

  it("R41: changes across suspend, resume and flush make one run", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: number[] = [];
    const handle = owner.turn(() => effect(() => void seen.push(a.value)));
    a.value = 1;
    handle.suspend();
    a.value = 2;
    handle.resume();
    a.value = 3;
    handle.suspend();
    handle.resume();
    owner.flush();
    owner.flush();
    expect(seen).toEqual([0, 3]);
  });

  it("R42: made suspended it waits for resume, and disposed before it never runs", () => {
    const owner = new TestOwner();
    let runs = 0;
    const make = () => effect(() => void runs++, { suspended: true });
    const [kept, ended] = owner.turn(() => [make(), make()]);
    expect(runs).toBe(0);
    ended!.dispose();
    ended!.resume();
    kept!.resume();
    owner.flush();
    expect(runs).toBe(1);
  });

  it("R43: an error's source tells the effect's name", () => {
    const owner = new TestOwner();
    const fail = (): never => {
      throw new Error("x");
    };
    owner.turn(() => {
      effect(fail, { name: "given" });
      effect(fail);
      effect(() => fail());
    });
    expect(owner.sources.map((source) => source?.describe())).toEqual(["given", "fail", "effect () => fail()"]);
  });

  it("R44: using disposes it at the end of the block", () => {
    const owner = new TestOwner();
    let runs = 0;
    {
      using handle = owner.run(() => effect(() => void runs++));
      void handle;
    }
    owner.flush();
    expect(runs).toBe(0);
  });
});
