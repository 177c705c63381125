import { describe, expect, it } from "vitest";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { selector } from "../../src/reactive/selector.ts";
import { signal } from "../../src/reactive/signal.ts";
import { req } from "../../src/reactive/silence.ts";
import { TestOwner } from "../support/test-owner.ts";
import { linksOn } from "./support.ts";

function rows(owner: TestOwner, isSelected: (key: number) => boolean, count: number) {
  const seen: string[] = [];
  const handles = owner.turn(() =>
    Array.from({ length: count }, (_, key) =>
      effect(() => void seen.push(`${key}${isSelected(key) ? "+" : "-"}`), { name: `row ${key}` }),
    ),
  );
  seen.length = 0;
  return { seen, handles };
}

describe("selector", () => {
  it("R51: a change reruns only the two rows concerned", () => {
    const owner = new TestOwner();
    const chosen = signal(0);
    const { seen } = rows(
      owner,
      owner.run(() => selector(chosen)),
      100,
    );
    for (const key of [5, 7, 500, 1]) owner.turn(() => chosen.set(key));
    expect(seen).toEqual(["0-", "5+", "5-", "7+", "7-", "1+"]);
  });

  it("R51: rows read through computeds, and a source that is a function", () => {
    const owner = new TestOwner();
    const chosen = signal(1);
    const isChosen = owner.run(() => selector(() => chosen.value % 10));
    const one = computed(() => isChosen(1));
    const seen: boolean[] = [];
    owner.turn(() => effect(() => void seen.push(one.value)));
    for (const key of [11, 2, 3, 21]) owner.turn(() => chosen.set(key));
    expect(seen).toEqual([true, false, true]);
  });

  it("R51: rows of two sessions may share one selector", () => {
    const [a, b] = [new TestOwner(), new TestOwner()];
    const chosen = signal(0);
    const isChosen = a.run(() => selector(chosen));
    const inA = rows(a, isChosen, 3);
    const inB = rows(b, isChosen, 3);
    chosen.value = 2;
    a.flush();
    b.flush();
    expect([inA.seen, inB.seen]).toEqual([
      ["0-", "2+"],
      ["0-", "2+"],
    ]);
  });

  it("R52: keeps no key nobody reads, and follows its source only while one is read", () => {
    const owner = new TestOwner();
    const chosen = signal(0);
    const isChosen = owner.run(() => selector(chosen));
    expect([isChosen(0), isChosen(1), linksOn(chosen)]).toEqual([true, false, 0]);
    const { seen, handles } = rows(owner, isChosen, 3);
    expect(linksOn(chosen)).toBe(1);
    for (const handle of handles) handle.dispose();
    expect(linksOn(chosen)).toBe(0);
    owner.turn(() => chosen.set(2));
    expect([isChosen(2), seen]).toEqual([true, []]);
    const again = rows(owner, isChosen, 3);
    owner.turn(() => chosen.set(1));
    expect(again.seen).toEqual(["1+", "2-"]);
  });

  it("R52: a row that changes its key leaves the old one", () => {
    const owner = new TestOwner();
    const chosen = signal(0);
    const key = signal(0);
    const isChosen = owner.run(() => selector(chosen));
    const seen: boolean[] = [];
    owner.turn(() => effect(() => void seen.push(isChosen(key.value))));
    owner.turn(() => key.set(5));
    owner.turn(() => chosen.set(1));
    owner.turn(() => chosen.set(5));
    expect(seen).toEqual([true, false, true]);
  });

  it("R53: is right before the flush for handlers and computeds", () => {
    const owner = new TestOwner();
    const chosen = signal(0);
    const isChosen = owner.run(() => selector(chosen));
    const first = computed(() => isChosen(1));
    const { seen } = rows(owner, isChosen, 3);
    owner.run(() => chosen.set(1));
    expect([isChosen(0), isChosen(1), first.value, computed(() => isChosen(1)).value]).toEqual([
      false,
      true,
      true,
      true,
    ]);
    owner.run(() => chosen.set(2));
    expect([isChosen(1), isChosen(2), first.value]).toEqual([false, true, false]);
    owner.flush();
    expect(seen).toEqual(["0-", "1-", "2+"]); // row 1 was asked in between, and so may run in vain
  });

  it("R53: an effect that reads the source too runs once and sees both new", () => {
    const owner = new TestOwner();
    const chosen = signal(0);
    const isChosen = owner.run(() => selector(chosen));
    const seen: string[] = [];
    owner.turn(() => effect(() => void seen.push(`${chosen.value} ${isChosen(1)}`), { priority: 1000 }));
    for (const key of [1, 2, 1]) owner.turn(() => chosen.set(key));
    expect(seen).toEqual(["0 false", "1 true", "2 false", "1 true"]);
  });

  it("R53: an effect that changes the source itself settles", () => {
    const owner = new TestOwner();
    const chosen = signal(0);
    const isChosen = owner.run(() => selector(chosen));
    const seen: string[] = [];
    owner.turn(() =>
      effect(() => {
        if (isChosen(0)) chosen.set(1);
        seen.push(`${isChosen(0)} ${isChosen(1)}`);
      }),
    );
    expect(seen.at(-1)).toBe("false true");
    owner.turn(() => chosen.set(5));
    expect(seen.at(-1)).toBe("false false");
    owner.turn(() => chosen.set(1));
    expect(seen.at(-1)).toBe("false true");
  });

  it("R54: while the source fails nothing is selected; it recovers", () => {
    const owner = new TestOwner();
    const chosen = signal<number | undefined>(0);
    const { seen } = rows(
      owner,
      owner.run(() => selector(() => (chosen.value === 9 ? fail() : req(chosen.value)))),
      2,
    );
    for (const key of [undefined, 1, 9, 1]) owner.turn(() => chosen.set(key));
    expect(seen).toEqual(["0-", "1+", "1-", "1+"]);
    expect(owner.errors.map(String)).toEqual(["Error: nine"]);
  });
});

function fail(): never {
  throw new Error("nine");
}
