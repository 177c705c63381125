import { describe, expect, it } from "vitest";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { every } from "../../src/reactive/every.ts";
import { invalidateLater } from "../../src/reactive/invalidate-later.ts";
import { poll } from "../../src/reactive/poll.ts";
import { debounced, throttled } from "../../src/reactive/rate.ts";
import { signal } from "../../src/reactive/signal.ts";
import { TestOwner } from "../support/test-owner.ts";
import { codeOf } from "./support.ts";

describe("every", () => {
  it("R64: counts while watched and has no timer while not", () => {
    const owner = new TestOwner();
    const ticks = owner.run(() => every(100));
    expect([ticks.value, ticks.peek(), owner.clock.pending]).toEqual([0, 0, 0]);
    const seen: number[] = [];
    const handle = owner.turn(() => effect(() => void seen.push(ticks.value)));
    const other = owner.turn(() => effect(() => void ticks.value));
    expect(owner.clock.pending).toBe(1);
    owner.clock.advance(250);
    expect(seen).toEqual([0, 1, 2]);
    handle.dispose();
    expect(owner.clock.pending).toBe(1);
    other.dispose();
    expect(owner.clock.pending).toBe(0);
    owner.clock.advance(1000);
    owner.turn(() => effect(() => void seen.push(ticks.value)));
    owner.clock.advance(100);
    expect(seen).toEqual([0, 1, 2, 2, 3]);
  });

  it("R64: a rerun of its reader, for whatever reason, leaves the beat alone", () => {
    const owner = new TestOwner();
    const other = signal(0);
    const seen: string[] = [];
    owner.turn(() => {
      const ticks = every(100);
      const twice = computed(() => ticks.value * 2);
      effect(() => void seen.push(`${other.value} ${twice.value}`));
    });
    owner.clock.advance(150);
    owner.turn(() => other.set(1));
    owner.clock.advance(50);
    owner.turn(() => other.set(2));
    expect(seen).toEqual(["0 0", "0 2", "1 2", "1 4", "2 4"]);
  });

  it("R65: late timers do not add up, and periods slept through tell once", () => {
    const owner = new TestOwner();
    const seen: string[] = [];
    owner.turn(() => {
      const ticks = every(100);
      effect(() => void seen.push(`${ticks.value} at ${owner.clock.now()}`));
    });
    owner.clock.stall(130);
    owner.clock.advance(70);
    owner.clock.stall(540);
    owner.clock.advance(60);
    expect(seen).toEqual(["0 at 0", "1 at 130", "2 at 200", "7 at 740", "8 at 800"]);
  });

  it("R65: wall time set back starts a new period instead of waiting it out", () => {
    const owner = new TestOwner();
    const seen: number[] = [];
    owner.turn(() => {
      const ticks = every(100);
      effect(() => void seen.push(ticks.value));
    });
    owner.clock.stall(-5000);
    owner.clock.advance(5100);
    owner.clock.advance(100);
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe("invalidateLater", () => {
  it("R66: runs its effect again after the time, until disposed", () => {
    const owner = new TestOwner();
    let runs = 0;
    const handle = owner.turn(() =>
      effect(() => {
        runs++;
        invalidateLater(1000);
      }),
    );
    owner.clock.advance(500);
    expect(runs).toBe(1);
    owner.clock.advance(500);
    expect(runs).toBe(2);
    owner.clock.advance(10_000);
    expect(runs).toBe(12);
    handle.dispose();
    expect(owner.clock.pending).toBe(0);
    owner.clock.advance(10_000);
    expect(runs).toBe(12);
  });

  it("R67: another change starts the wait anew", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const seen: number[] = [];
    owner.turn(() =>
      effect(() => {
        void a.value;
        seen.push(owner.clock.now());
        invalidateLater(1000);
      }),
    );
    owner.clock.advance(600);
    owner.turn(() => a.set(1));
    owner.clock.advance(1000);
    expect(seen).toEqual([0, 600, 1600]);
    expect(owner.clock.pending).toBe(1);
  });

  it("R68: in a computed it reruns the watchers, and leaves no timer when unwatched", () => {
    const owner = new TestOwner();
    const now = owner.run(() =>
      computed(() => {
        invalidateLater(1000);
        return owner.clock.now();
      }),
    );
    expect(owner.run(() => now.value)).toBe(0);
    expect(owner.clock.pending).toBe(0);
    owner.clock.advance(50);
    expect(owner.run(() => now.value)).toBe(50);
    const seen: number[] = [];
    const handle = owner.turn(() => effect(() => void seen.push(now.value)));
    owner.clock.advance(2000);
    expect(seen).toEqual([50, 1050, 2050]);
    handle.dispose();
    expect(owner.clock.pending).toBe(0);
  });

  it("R69: wrong times, and nothing to run again, are errors", () => {
    const owner = new TestOwner();
    for (const ms of [0, -1, NaN, Infinity, 2 ** 31, "5" as never]) {
      expect(codeOf(() => every(ms))).toBe("reactive/bad-period");
      expect(codeOf(() => invalidateLater(ms))).toBe("reactive/bad-period");
      expect(codeOf(() => debounced(signal(0), ms))).toBe("reactive/bad-period");
      expect(codeOf(() => throttled(signal(0), ms))).toBe("reactive/bad-period");
    }
    expect(codeOf(() => owner.run(() => invalidateLater(5)))).toBe("reactive/nothing-to-invalidate");
    expect(owner.clock.pending).toBe(0);
  });
});

describe("poll", () => {
  function polled(owner: TestOwner) {
    const world = { version: 1 as unknown, content: "one", checks: 0, reads: 0, missing: false };
    const tag = signal("");
    const file = owner.run(() =>
      poll(
        () => {
          world.checks++;
          if (world.missing) throw new Error("gone");
          return world.version;
        },
        () => {
          world.reads++;
          return world.content + tag.value;
        },
      ),
    );
    const seen: string[] = [];
    const watchIt = () => owner.turn(() => effect(() => void seen.push(file.value)));
    return { world, tag, file, seen, watchIt };
  }

  it("R70: checks each interval while watched, and reads only what has changed", () => {
    const owner = new TestOwner();
    const { world, seen, watchIt } = polled(owner);
    owner.clock.advance(3000);
    expect([world.checks, world.reads]).toEqual([0, 0]);
    const handle = watchIt();
    owner.clock.advance(3000);
    expect([world.checks, world.reads]).toEqual([4, 1]);
    Object.assign(world, { version: 2, content: "two" });
    owner.clock.advance(999);
    expect(seen).toEqual(["one"]);
    owner.clock.advance(1);
    expect([seen, world.reads]).toEqual([["one", "two"], 2]);
    handle.dispose();
    owner.clock.advance(5000);
    expect([world.checks, owner.clock.pending]).toEqual([5, 0]);
  });

  it("R70: asked while unwatched it checks there and then", () => {
    const owner = new TestOwner();
    const { world, file } = polled(owner);
    expect(file.value).toBe("one");
    Object.assign(world, { version: 2, content: "two" });
    expect(file.value).toBe("two");
    expect(owner.clock.pending).toBe(0);
  });

  it("R71: signals in the read count at once", () => {
    const owner = new TestOwner();
    const { tag, seen, watchIt } = polled(owner);
    watchIt();
    owner.turn(() => tag.set("!"));
    expect(seen).toEqual(["one", "one!"]);
  });

  it("R71: signals in the check count at once", () => {
    const owner = new TestOwner();
    const version = signal(1);
    let reads = 0;
    owner.turn(() => {
      const file = poll(
        () => version.value,
        () => ++reads,
      );
      effect(() => void file.value);
    });
    owner.turn(() => version.set(2));
    expect(reads).toBe(2);
  });

  it("R72: a file deleted throws to readers, once while the failure stays, and recovers", () => {
    const owner = new TestOwner();
    const { world, seen, watchIt } = polled(owner);
    watchIt();
    world.missing = true;
    owner.clock.advance(5000);
    expect(owner.errors.map(String)).toEqual(["Error: gone"]);
    Object.assign(world, { missing: false, content: "back" });
    owner.clock.advance(1000);
    expect(seen).toEqual(["one", "back"]);
    world.missing = true;
    owner.clock.advance(1000);
    expect(owner.errors).toHaveLength(2);
  });

  it("R72: a read that fails is tried again at the next poll, though the check says the same", () => {
    const owner = new TestOwner();
    let broken = true;
    const seen: string[] = [];
    owner.turn(() => {
      const file = poll(
        () => 1,
        () => {
          if (broken) throw new Error("half written");
          return "whole";
        },
      );
      effect(() => void seen.push(file.value));
    });
    owner.clock.advance(3000);
    expect([owner.errors.map(String), seen]).toEqual([["Error: half written"], []]);
    broken = false;
    owner.clock.advance(1000);
    expect(seen).toEqual(["whole"]);
  });

  it("R73: a check that gives a promise is an error to readers", () => {
    const owner = new TestOwner();
    const file = owner.run(() =>
      poll(
        async () => 1,
        () => 2,
      ),
    );
    expect(codeOf(() => file.value)).toBe("reactive/async-source");
  });
});

describe("debounced and throttled", () => {
  function limitedBy(limit: typeof debounced) {
    const owner = new TestOwner();
    const source = signal(0);
    const seen: string[] = [];
    owner.turn(() => {
      const limited = limit(source, 100);
      effect(() => void seen.push(`${limited.value} at ${owner.clock.now()}`));
    });
    const write = (value: number, wait: number) => {
      owner.turn(() => source.set(value));
      owner.clock.advance(wait);
    };
    return { owner, source, seen, write };
  }

  it("R74: debounced follows once the source is quiet", () => {
    const { seen, write, owner } = limitedBy(debounced);
    write(1, 60);
    write(2, 60);
    write(3, 500);
    write(4, 100);
    expect(seen).toEqual(["0 at 0", "3 at 220", "4 at 720"]);
    expect(owner.clock.pending).toBe(0);
  });

  it("R75: throttled follows at once, then the latest once per period", () => {
    const { seen, write, owner } = limitedBy(throttled);
    for (let value = 1; value <= 6; value++) write(value, 40);
    owner.clock.advance(500);
    write(7, 0);
    expect(seen).toEqual(["0 at 0", "1 at 0", "3 at 100", "5 at 200", "6 at 300", "7 at 740"]);
  });

  it("R76: the end of the owner ends the timers", () => {
    for (const limit of [debounced, throttled]) {
      const { owner, seen, write } = limitedBy(limit);
      write(1, 10);
      write(2, 10);
      expect(owner.clock.pending).toBe(1);
      owner.dispose();
      expect(owner.clock.pending).toBe(0);
      const before = seen.length;
      write(3, 1000);
      expect(seen).toHaveLength(before);
    }
  });

  it("R76: errors pass through as values do", () => {
    for (const limit of [debounced, throttled]) {
      const owner = new TestOwner();
      const source = signal(0);
      const limited = owner.turn(() => limit(() => inverse(source.value), 100));
      expect(() => limited.value).toThrow("zero");
      owner.turn(() => source.set(2));
      owner.clock.advance(100);
      expect(limited.value).toBe(0.5);
      owner.turn(() => source.set(0));
      owner.clock.advance(100);
      expect(() => limited.value).toThrow("zero");
      expect(owner.errors).toEqual([]);
    }
  });
});

function inverse(n: number): number {
  if (n === 0) throw new Error("zero");
  return 1 / n;
}
