import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { TestSession } from "../support/test-session.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

it("Q2: a signal or computed of a module that nobody holds is collected while the module lives", async () => {
  const { session } = new TestSession(() => null);
  const scope = session.makeScope("search");
  const held = signal("held");
  const make = () => {
    const words = signal(["a", "b"]);
    const count = computed(() => words.value.length);
    expect(count.value).toBe(2);
    return [new WeakRef(words), new WeakRef(count)];
  };
  const forgotten = scope.run(make);
  const kept = scope.run(() => {
    effect(() => void held.value);
    return new WeakRef(held);
  });
  session.flush();
  // What a WeakRef was made for, or gave, lives until the turn of the loop is over.
  const isGone = () => (collect(), forgotten.every((reference) => reference.deref() === undefined));
  await expect.poll(isGone).toBe(true);
  expect(kept.deref()).toBe(held);
  expect(scope.isDestroyed).toBe(false);
});
