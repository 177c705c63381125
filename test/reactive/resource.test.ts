import { describe, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { resource, type ResourceState } from "../../src/reactive/resource.ts";
import { signal } from "../../src/reactive/signal.ts";
import { req } from "../../src/reactive/silence.ts";
import { TestOwner } from "../support/test-owner.ts";
import { deferred, type Deferred } from "../support/promises.ts";
import { linksOn } from "./support.ts";

/** A resource whose answers are given by hand, one `Deferred` per load. */
function controlled(owner: TestOwner) {
  const key = signal("a");
  const loads: { key: string; aborted: AbortSignal; previous: string | undefined; answer: Deferred<string> }[] = [];
  const made = owner.turn(() =>
    resource<string>(({ signal: aborted, previous }) => {
      const answer = deferred<string>();
      loads.push({ key: key.value, aborted, previous, answer });
      return answer.promise;
    }),
  );
  return { key, loads, made };
}

describe("resources", () => {
  it("R55: is loading, then ready", async () => {
    const owner = new TestOwner();
    const { loads, made } = controlled(owner);
    const states: ResourceState<string>[] = [];
    owner.turn(() => effect(() => void states.push(made.state)));
    expect([made.value, made.loading, made.error]).toEqual([undefined, true, undefined]);
    loads[0]!.answer.resolve("A");
    await owner.settle();
    expect([made.value, made.peek(), made.loading]).toEqual(["A", "A", false]);
    expect(states).toEqual([{ status: "loading" }, { status: "ready", value: "A" }]);
  });

  it("R84: what listens to the abort may count it", () => {
    const owner = new TestOwner();
    const key = signal("a");
    const calledOff = signal(0);
    owner.turn(() =>
      resource(({ signal: aborted }) => {
        aborted.addEventListener("abort", () => calledOff.value++);
        return new Promise(() => key.value);
      }),
    );
    owner.turn(() => key.set("b"));
    owner.turn(() => key.set("c"));
    expect([calledOff.value, owner.errors]).toEqual([2, []]);
  });

  it("R55: or failed", async () => {
    const owner = new TestOwner();
    const { loads, made } = controlled(owner);
    loads[0]!.answer.reject("no");
    await owner.settle();
    expect(made.state).toEqual({ status: "failed", error: "no" });
    expect([made.value, made.loading, made.error]).toEqual([undefined, false, "no"]);
  });

  it("R55: a load that answers or throws at once is done in the same flush", () => {
    const owner = new TestOwner();
    const ready = owner.turn(() => resource(() => 1));
    const failed = owner.turn(() =>
      resource(() => {
        throw new Error("x");
      }),
    );
    expect([ready.state.status, failed.state.status]).toEqual(["ready", "failed"]);
  });

  it("R56: a change aborts the load and loads again, keeping the last good value", async () => {
    const owner = new TestOwner();
    const { key, loads, made } = controlled(owner);
    loads[0]!.answer.resolve("A");
    await owner.settle();
    owner.turn(() => key.set("b"));
    expect(made.state).toEqual({ status: "loading", previous: "A" });
    expect(made.value).toBe("A");
    owner.turn(() => key.set("c"));
    expect(loads.map((load) => [load.key, load.aborted.aborted, load.previous])).toEqual([
      ["a", true, undefined],
      ["b", true, "A"],
      ["c", false, "A"],
    ]);
  });

  it("R56: an initial value stands in until the first answer", () => {
    const owner = new TestOwner();
    const made = owner.turn(() => resource(() => new Promise<number>(() => {}), { initial: 7 }));
    expect([made.value, made.loading]).toEqual([7, true]);
  });

  it("R57: an older answer, good or bad, never replaces a newer one", async () => {
    const owner = new TestOwner();
    const { key, loads, made } = controlled(owner);
    owner.turn(() => key.set("b"));
    owner.turn(() => key.set("c"));
    loads[2]!.answer.resolve("C");
    await owner.settle();
    loads[1]!.answer.resolve("B");
    loads[0]!.answer.reject("bad");
    await owner.settle();
    expect(made.state).toEqual({ status: "ready", value: "C" });
  });

  it("R58: a failure keeps the last good value; a good load clears it; nothing is reported", async () => {
    const owner = new TestOwner();
    const { key, loads, made } = controlled(owner);
    loads[0]!.answer.resolve("A");
    await owner.settle();
    owner.turn(() => key.set("b"));
    loads[1]!.answer.reject("bad");
    await owner.settle();
    expect([made.value, made.error]).toEqual(["A", "bad"]);
    owner.turn(() => key.set("c"));
    expect([made.value, made.error, made.loading]).toEqual(["A", undefined, true]);
    loads[2]!.answer.resolve("C");
    await owner.settle();
    expect([made.value, made.error, owner.errors]).toEqual(["C", undefined, []]);
  });

  it("R59: refresh loads again and resolves with where that leads, also when overtaken", async () => {
    const owner = new TestOwner();
    const { key, loads, made } = controlled(owner);
    loads[0]!.answer.resolve("A");
    await owner.settle();
    const first = owner.turn(() => made.refresh());
    expect(loads).toHaveLength(2);
    owner.turn(() => key.set("b"));
    loads[1]!.answer.resolve("old");
    loads[2]!.answer.reject("bad");
    expect(await first).toEqual({ status: "failed", error: "bad", previous: "A" });
    const second = owner.turn(() => made.refresh());
    owner.dispose();
    expect(await second).toMatchObject({ status: "loading" });
    expect(await made.refresh()).toMatchObject({ status: "loading" });
  });

  it("R60: mutate sets the value and calls off the load", async () => {
    const owner = new TestOwner();
    const { loads, made } = controlled(owner);
    made.mutate("mine");
    expect(loads[0]!.aborted.aborted).toBe(true);
    loads[0]!.answer.resolve("A");
    await owner.settle();
    expect(made.state).toEqual({ status: "ready", value: "mine" });
  });

  it("R61: the end of its owner aborts the load and takes no more answers", async () => {
    const owner = new TestOwner();
    const { key, loads, made } = controlled(owner);
    owner.dispose();
    expect(loads[0]!.aborted.aborted).toBe(true);
    loads[0]!.answer.resolve("A");
    owner.turn(() => key.set("b"));
    await owner.settle();
    expect([made.value, loads.length, linksOn(key)]).toEqual([undefined, 1, 0]);
  });

  it("R62: req leaves it idle until what it read changes", async () => {
    const owner = new TestOwner();
    const id = signal<number>();
    const made = owner.turn(() => resource(async () => req(id.value) * 2));
    await owner.settle();
    expect(made.state).toEqual({ status: "idle" });
    owner.turn(() => id.set(4));
    await owner.settle();
    expect(made.value).toBe(8);
    owner.turn(() => id.set(undefined));
    await owner.settle();
    expect([made.value, made.loading, made.error]).toEqual([undefined, false, undefined]);
  });

  it("R63: readers of one part rerun only for that part", async () => {
    const owner = new TestOwner();
    const { key, loads, made } = controlled(owner);
    const runs = { value: 0, loading: 0, error: 0 };
    owner.turn(() => {
      effect(() => void (made.value, runs.value++));
      effect(() => void (made.loading, runs.loading++));
      effect(() => void (made.error, runs.error++));
    });
    for (const next of ["b", "c"]) {
      loads.at(-1)!.answer.resolve("same");
      await owner.settle();
      owner.turn(() => key.set(next));
    }
    expect(runs).toEqual({ value: 2, loading: 5, error: 1 });
  });
});
