import { describe, expect, it } from "vitest";
import type { TandemError } from "../../src/core/errors.ts";
import { batch } from "../../src/reactive/batch.ts";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { computed } from "../../src/reactive/computed.ts";
import { effect, type EffectHandle } from "../../src/reactive/effect.ts";
import { every } from "../../src/reactive/every.ts";
import type { Reaction } from "../../src/reactive/reaction.ts";
import { signal } from "../../src/reactive/signal.ts";
import { TestOwner } from "../support/test-owner.ts";
import { deferred } from "../support/promises.ts";
import { linksOn } from "./support.ts";

describe("flushes", () => {
  it("R14: one write, and each session that reads it flushes on its own", () => {
    const [a, b] = [new TestOwner(), new TestOwner()];
    const shared = signal(0);
    const seen: string[] = [];
    a.turn(() => effect(() => void seen.push(`a${shared.value}`)));
    b.turn(() => effect(() => void seen.push(`b${shared.value}`)));
    const before = [a.scheduled, b.scheduled];
    a.run(() => shared.set(1));
    expect([a.scheduled, b.scheduled]).toEqual(before.map((n) => n + 1));
    a.flush();
    expect(seen).toEqual(["a0", "b0", "a1"]);
    b.flush();
    expect(seen).toEqual(["a0", "b0", "a1", "b1"]);
  });

  it("R14: a write within one session's flush waits for the other's own flush", () => {
    const [a, b] = [new TestOwner(), new TestOwner()];
    const source = signal(0);
    const shared = computed(() => source.value * 2);
    const copy = signal(0);
    const seen: number[] = [];
    a.turn(() => effect(() => void copy.set(shared.value)));
    b.turn(() => effect(() => void seen.push(copy.value)));
    a.turn(() => source.set(1));
    expect(seen).toEqual([0]);
    b.flush();
    expect(seen).toEqual([0, 2]);
  });

  it("R20: priority first, then creation order, on reruns too", () => {
    const owner = new TestOwner();
    const go = signal(0);
    const order: string[] = [];
    owner.turn(() => {
      effect(() => void (go.value, order.push("1a")), { priority: 1 });
      effect(() => void (go.value, order.push("0")));
      effect(() => void (go.value, order.push("1b")), { priority: 1 });
      effect(() => void (go.value, order.push("2")), { priority: 2 });
    });
    expect(order).toEqual(["2", "1a", "1b", "0"]);
    order.length = 0;
    owner.turn(() => go.value++);
    expect(order).toEqual(["2", "1a", "1b", "0"]);
  });

  it("R20: one set off in the middle of a flush still runs before later ones", () => {
    const owner = new TestOwner();
    const go = signal(0);
    const guard = signal(0);
    const order: string[] = [];
    owner.turn(() => {
      effect(() => void guard.set(go.value), { priority: 9 });
      effect(() => void (guard.value, order.push("guard")));
      effect(() => void (go.value, order.push("guarded")));
    });
    order.length = 0;
    owner.turn(() => go.value++);
    expect(order).toEqual(["guard", "guarded"]);
  });

  it("R21: writing what an earlier effect read runs that one again in the same flush", () => {
    const owner = new TestOwner();
    const source = signal(1);
    const copy = signal(0);
    const seen: number[] = [];
    owner.turn(() => {
      effect(() => void seen.push(copy.value));
      effect(() => void copy.set(source.value));
    });
    expect(seen).toEqual([0, 1]);
    expect(owner.queue.isEmpty).toBe(true);
  });

  it("R22: what an async effect writes later asks for its own flush", async () => {
    const owner = new TestOwner();
    const copy = signal(0);
    const seen: number[] = [];
    owner.turn(() => {
      effect(() => void seen.push(copy.value));
      effect(async () => {
        await Promise.resolve();
        copy.set(1);
      });
    });
    const before = owner.scheduled;
    await owner.settle();
    expect(owner.scheduled).toBe(before + 1);
    expect(seen).toEqual([0, 1]);
  });

  it("R23: a change that is none in the end runs nothing, and the next one does", () => {
    const owner = new TestOwner();
    const a = signal(1);
    const parity = computed(() => a.value % 2);
    const seen: string[] = [];
    owner.turn(() => {
      effect(() => void seen.push(`a${a.value}`));
      effect(() => void seen.push(`p${parity.value}`));
    });
    owner.turn(() => {
      a.value = 2;
      a.value = 1;
    });
    expect(seen).toEqual(["a1", "p1"]);
    owner.turn(() => a.set(3));
    expect(seen).toEqual(["a1", "p1", "a3"]);
    owner.turn(() => a.set(4));
    expect(seen).toEqual(["a1", "p1", "a3", "a4", "p0"]);
  });

  it("R23: nor beside a ticking signal whose last tick was seen", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: string[] = [];
    owner.turn(() => {
      const ticks = every(100);
      effect(() => void seen.push(`${a.value} ${ticks.value}`));
    });
    owner.clock.afterTimer = () => {};
    owner.clock.advance(100);
    owner.turn(() => a.set(1));
    owner.turn(() => {
      a.value = 2;
      a.value = 1;
    });
    expect(seen).toEqual(["0 0", "1 1"]);
  });

  it("R24: one that throws is reported, the others run, the next change recovers it", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: number[] = [];
    const failing = owner.run(() => {
      effect(() => void seen.push(a.value));
      const handle = effect(() => {
        if (a.value === 1) throw new Error("one");
        seen.push(a.value * 10);
      });
      effect(() => void seen.push(a.value * 100));
      return handle;
    });
    owner.flush();
    owner.turn(() => a.set(1));
    expect(seen).toEqual([0, 0, 0, 1, 100]);
    expect(owner.errors.map(String)).toEqual(["Error: one"]);
    expect(owner.sources).toEqual([failing]);
    owner.turn(() => a.set(2));
    expect(seen.slice(5)).toEqual([2, 20, 200]);
  });

  it("R25: a loop stops after 100 rounds with one error that names it, and the rest runs", () => {
    const owner = new TestOwner();
    const [a, b, go] = [signal(0), signal(0), signal(0)];
    let rest = 0;
    owner.run(() => {
      effect(() => void (go.value && b.set(a.value + 1)), { name: "ping" });
      effect(() => void (go.value && a.set(b.value + 1)), { name: "pong" });
      effect(() => void (b.value, go.value, rest++));
    });
    owner.flush();
    rest = 0;
    owner.turn(() => go.set(1));
    expect(owner.errors).toHaveLength(1);
    const error = owner.errors[0] as TandemError;
    expect(error.code).toBe("reactive/flush-loop");
    expect(error.message).toMatch(/: (ping, pong|pong, ping)\./);
    expect(rest).toBe(1);
    expect(a.peek() + b.peek()).toBeLessThan(250);
    expect(owner.queue.isEmpty).toBe(true);
  });

  it("R25: names each of several that are as deep", () => {
    const owner = new TestOwner();
    const a = signal(0);
    owner.turn(() => {
      effect(() => void a.value, { name: "bystander" });
      effect(() => void a.value++, { name: "counter" });
      effect(() => void a.value, { name: "mirror" });
    });
    const { message } = owner.errors[0] as TandemError;
    expect(owner.errors).toHaveLength(1);
    expect(message).toContain("bystander, counter");
    expect(message).not.toContain("mirror");
  });

  it("R83: who takes the report of a loop may write what the screen shows", () => {
    const told = signal(0);
    const owner = new (class extends TestOwner {
      override reportError(error: unknown, source: Reaction | undefined): void {
        super.reportError(error, source);
        told.value++;
      }
    })();
    const a = signal(0);
    const shown: number[] = [];
    owner.turn(() => {
      effect(() => void shown.push(told.value));
      effect(() => void a.value++, { name: "loops" });
    });
    expect(owner.errors).toHaveLength(1);
    expect(shown).toEqual([0, 1]);
  });

  it("R83: a report that sets the loop off again does not go on for ever", () => {
    const a = signal(0);
    const owner = new (class extends TestOwner {
      override reportError(error: unknown, source: Reaction | undefined): void {
        super.reportError(error, source);
        a.value++;
      }
    })();
    owner.turn(() => effect(() => void a.value++, { name: "loops" }));
    expect(owner.errors).toHaveLength(3);
    expect(owner.queue.isEmpty).toBe(true);
  });

  it("R26: what was stopped runs at the next change, through computeds too", () => {
    const owner = new TestOwner();
    const on = signal(true);
    const a = signal(0);
    const b = signal(0);
    const sum = computed(() => a.value + b.value);
    const apart = computed(() => b.value);
    const seen: number[] = [];
    owner.turn(() => {
      effect(() => void (sum.value + apart.value, seen.push(0)), { name: "bystander" });
      effect(() => void (on.value && a.set(sum.value + 1)), { name: "loops" });
    });
    expect(owner.errors).toHaveLength(1);
    seen.length = 0;
    owner.turn(() => on.set(false));
    expect(owner.errors).toHaveLength(1);
    owner.turn(() => b.set(1000));
    owner.turn(() => a.set(-1));
    expect(seen).toHaveLength(2);
    owner.turn(() => on.set(true));
    expect(owner.errors).toHaveLength(2);
  });

  it("R26: also when each round wrote more than once", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const next = computed(() => a.value + 1);
    let runs = 0;
    owner.turn(() =>
      effect(() => {
        runs++;
        const value = next.value;
        if (value > 500) return;
        a.value = value;
        a.value = value + 1;
      }),
    );
    expect(owner.errors).toHaveLength(1);
    runs = 0;
    owner.turn(() => a.set(1000));
    expect(runs).toBe(1);
  });

  it("R25: a flush that goes on after a batch counts its rounds anew", async () => {
    const owner = new TestOwner();
    const a = signal(0);
    const pause = deferred();
    owner.turn(() =>
      effect(() => {
        if (a.value === 60) void batch(() => pause.promise);
        if (a.value < 120) a.value++;
      }),
    );
    expect(a.peek()).toBe(61);
    pause.resolve();
    await owner.settle();
    expect([a.peek(), owner.errors]).toEqual([120, []]);
  });

  it("R27: an effect that changes what it read runs until it settles", () => {
    const owner = new TestOwner();
    const a = signal(5);
    const seen: number[] = [];
    owner.turn(() =>
      effect(() => {
        seen.push(a.value);
        if (a.value > 0) a.value--;
      }),
    );
    expect(seen).toEqual([5, 4, 3, 2, 1, 0]);
    owner.turn(() => a.set(1));
    expect(seen.slice(6)).toEqual([1, 0]);
  });

  it("R28: disposed while queued, or before its first run, it never runs", () => {
    const owner = new TestOwner();
    const a = signal(0);
    let runs = 0;
    const early = owner.run(() => effect(() => void runs++));
    early.dispose();
    owner.flush();
    expect(runs).toBe(0);
    const late = owner.turn(() => effect(() => void (a.value, runs++)));
    owner.run(() => a.set(1));
    late.dispose();
    owner.flush();
    expect(runs).toBe(1);
    expect(owner.owned).toBe(0);
  });

  it("R28: disposed by one of its own cleanups it does not run again", () => {
    const owner = new TestOwner();
    const a = signal(0);
    let runs = 0;
    const handle: EffectHandle = owner.run(() =>
      effect(() => {
        void a.value;
        runs++;
        onCleanup(() => handle.dispose());
      }),
    );
    owner.flush();
    for (const value of [1, 2]) owner.turn(() => a.set(value));
    expect([runs, linksOn(a)]).toEqual([1, 0]);
  });

  it("R29: disposed in its own run it stays disposed", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const b = signal(0);
    let runs = 0;
    const handle: EffectHandle = owner.run(() =>
      effect(() => {
        runs++;
        void a.value;
        handle.dispose();
        b.set(b.value + 1);
        a.set(a.value + 1);
      }),
    );
    owner.flush();
    owner.turn(() => a.set(7));
    owner.turn(() => b.set(7));
    expect(runs).toBe(1);
    expect([linksOn(a), linksOn(b)]).toEqual([0, 0]);
  });

  it("R30: disposing a reader while a change is under way leaves the others alone", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: string[] = [];
    owner.run(() => {
      effect(() => {
        seen.push(`first${a.value}`);
        if (a.value === 1) second.dispose();
      });
      const second = effect(() => void seen.push(`second${a.value}`));
      effect(() => void seen.push(`third${a.value}`));
    });
    owner.flush();
    seen.length = 0;
    owner.turn(() => a.set(1));
    expect(seen).toEqual(["first1", "third1"]);
  });

  it("R30: one created in a flush runs in it", () => {
    const owner = new TestOwner();
    const seen: string[] = [];
    owner.turn(() =>
      effect(() => {
        seen.push("outer");
        effect(() => void seen.push("inner"));
      }),
    );
    expect(seen).toEqual(["outer", "inner"]);
  });

  it("R31: if the host fails on an error, the rest runs in the next flush", () => {
    const owner = new TestOwner();
    const seen: string[] = [];
    owner.reportError = () => {
      throw new Error("host");
    };
    owner.run(() => {
      effect(() => {
        throw new Error("effect");
      });
      effect(() => void seen.push("second"));
    });
    const before = owner.scheduled;
    expect(() => owner.flush()).toThrow("host");
    expect(owner.scheduled).toBe(before + 1);
    owner.flush();
    expect(seen).toEqual(["second"]);
  });

  it("R32: batch holds the flush until its function settles, for its session alone", async () => {
    const [owner, other] = [new TestOwner(), new TestOwner()];
    const a = signal(0);
    const b = signal(0);
    const seen: string[] = [];
    owner.turn(() => effect(() => void seen.push(`${a.value}${b.value}`)));
    other.turn(() => effect(() => void seen.push(`other${a.value}`)));
    seen.length = 0;
    const pause = deferred();
    const before = owner.scheduled;
    const done = owner.run(() =>
      batch(async () => {
        a.value = 1;
        await pause.promise;
        b.value = 1;
        return "result";
      }),
    );
    owner.flush();
    other.flush();
    expect([seen, owner.queue.isHeld]).toEqual([["other1"], true]);
    pause.resolve();
    expect(await done).toBe("result");
    expect(owner.scheduled).toBe(before + 1);
    owner.flush();
    expect(seen).toEqual(["other1", "11"]);
  });

  it("R32: batch lets go when its function fails, sync or async", async () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: number[] = [];
    owner.turn(() => effect(() => void seen.push(a.value)));
    const failing = () => {
      a.value++;
      throw new Error("no");
    };
    expect(() => owner.run(() => batch(failing))).toThrow("no");
    owner.flush();
    await expect(owner.run(() => batch(async () => failing()))).rejects.toThrow("no");
    owner.flush();
    expect(seen).toEqual([0, 1, 2]);
    expect(owner.run(() => batch(() => 3))).toBe(3);
  });

  it("R32: an async batch begun in an effect holds what is left of that flush", async () => {
    const owner = new TestOwner();
    const pause = deferred();
    const seen: string[] = [];
    owner.turn(() => {
      effect(() => batch(() => pause.promise));
      effect(() => void seen.push("after"));
    });
    expect(seen).toEqual([]);
    pause.resolve();
    await owner.settle();
    expect(seen).toEqual(["after"]);
  });
});
