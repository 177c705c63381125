import { describe, expect, it } from "vitest";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal, type ReadonlySignal } from "../../src/reactive/signal.ts";
import { TestOwner } from "../support/test-owner.ts";
import { codeOf, linksOn } from "./support.ts";

describe("computeds", () => {
  it("R4: made when first read, kept while watched, remade once per change", () => {
    const owner = new TestOwner();
    const a = signal(1);
    let made = 0;
    const double = computed(() => (made++, a.value * 2));
    expect(made).toBe(0);
    owner.turn(() => effect(() => void double.value));
    expect([double.value, double.value, double.peek(), made]).toEqual([2, 2, 2, 1]);
    a.value = 2;
    a.value = 3;
    expect(made).toBe(1);
    owner.flush();
    expect([double.value, made]).toEqual([6, 2]);
  });

  it("R5: an effect where paths meet runs once with both new", () => {
    const owner = new TestOwner();
    const a = signal(1);
    const b = computed(() => a.value + 1);
    const c = computed(() => a.value * 10);
    const seen: string[] = [];
    owner.turn(() => effect(() => void seen.push(`${a.value} ${b.value} ${c.value}`)));
    owner.turn(() => a.set(2));
    expect(seen).toEqual(["1 2 10", "2 3 20"]);
  });

  it("R5: a computed read between write and flush is already new", () => {
    const a = signal(1);
    const b = computed(() => a.value + 1);
    const c = computed(() => b.value + 1);
    expect(c.value).toBe(3);
    a.value = 5;
    expect(c.value).toBe(7);
  });

  it("R6: depends only on what the latest run read", () => {
    const owner = new TestOwner();
    const which = signal(true);
    const yes = signal("yes");
    const no = signal("no");
    const answer = computed(() => (which.value ? yes.value : no.value));
    const seen: string[] = [];
    owner.turn(() => effect(() => void seen.push(answer.value)));
    owner.turn(() => no.set("no!"));
    owner.turn(() => which.set(false));
    owner.turn(() => yes.set("yes!"));
    expect(seen).toEqual(["yes", "no!"]);
    expect([linksOn(yes), linksOn(no)]).toEqual([0, 1]);
  });

  it("R7: keeps an error until an input changes, then recovers", () => {
    const owner = new TestOwner();
    const a = signal(0);
    let made = 0;
    const inverse = computed(() => {
      made++;
      if (a.value === 0) throw new Error("zero");
      return 1 / a.value;
    });
    const seen: number[] = [];
    owner.turn(() => {
      effect(() => void seen.push(inverse.value));
      effect(() => void seen.push(inverse.value));
    });
    expect(made).toBe(1);
    expect(owner.errors.map(String)).toEqual(["Error: zero", "Error: zero"]);
    expect(owner.errors[0]).toBe(owner.errors[1]);
    owner.turn(() => a.set(2));
    expect(seen).toEqual([0.5, 0.5]);
    expect(
      () =>
        computed(() => {
          throw new Error("at once");
        }).value,
    ).toThrow("at once");
  });

  it("R7: the same error again is no change", () => {
    const owner = new TestOwner();
    const a = signal(0);
    const failure = new Error("always");
    const failing = computed(() => {
      if (a.value >= 0) throw failure;
    });
    owner.turn(() => effect(() => failing.value));
    owner.turn(() => a.set(1));
    expect(owner.errors).toEqual([failure]);
  });

  it("R8: a computed that reads itself, directly or not, gives an error", () => {
    const self: ReadonlySignal<number> = computed((): number => self.value + 1);
    const there: ReadonlySignal<number> = computed((): number => back.value + 1);
    const back: ReadonlySignal<number> = computed((): number => there.peek() + 1);
    expect(codeOf(() => self.value)).toBe("reactive/computed-cycle");
    expect(codeOf(() => there.value)).toBe("reactive/computed-cycle");
    expect(codeOf(() => back.value)).toBe("reactive/computed-cycle");
  });

  it("R10: unwatched, it holds no input and is remade only after a write", () => {
    const a = signal(1);
    const unrelated = signal(1);
    let made = 0;
    const double = computed(() => (made++, a.value * 2));
    const quadruple = computed(() => double.value * 2);
    expect([double.value, double.value, made]).toEqual([2, 2, 1]);
    expect(quadruple.value).toBe(4);
    expect([linksOn(a), linksOn(double)]).toEqual([0, 0]);
    const before = made;
    unrelated.value++;
    expect([double.value, made]).toEqual([2, before + 1]);
  });

  it("R10: what an effect stops watching lets go of its inputs, and can be watched again", () => {
    const owner = new TestOwner();
    const a = signal(1);
    const double = computed(() => a.value * 2);
    const first = owner.turn(() => effect(() => void double.value));
    expect(linksOn(a)).toBe(1);
    first.dispose();
    expect(linksOn(a)).toBe(0);
    const seen: number[] = [];
    a.value = 2;
    owner.turn(() => effect(() => void seen.push(double.value)));
    owner.turn(() => a.set(3));
    expect(seen).toEqual([4, 6]);
  });

  it("R10: a computed that ends its only reader in the middle of its run leaves no link", () => {
    const owner = new TestOwner();
    const a = signal(1);
    const b = signal(1);
    const handle = owner.run(() => effect(() => void ending.value));
    const ending = computed(() => {
      if (a.value > 1) handle.dispose();
      return b.value;
    });
    owner.flush();
    owner.turn(() => a.set(2));
    expect([linksOn(a), linksOn(b), linksOn(ending)]).toEqual([0, 0, 0]);
  });

  it("R11: a chain of 1,000 is read, updated and let go of", () => {
    const owner = new TestOwner();
    const start = signal(0);
    let end: ReadonlySignal<number> = start;
    for (let i = 0; i < 1000; i++) {
      const before = end;
      end = computed(() => before.value + 1);
    }
    const seen: number[] = [];
    const handle = owner.turn(() => effect(() => void seen.push(end.value)));
    owner.turn(() => start.set(5));
    handle.dispose();
    expect(seen).toEqual([1000, 1005]);
    expect(linksOn(start)).toBe(0);
    expect(end.value).toBe(1005);
  });
});
