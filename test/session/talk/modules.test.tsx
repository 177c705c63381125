import { expect, it } from "vitest";
import { z } from "zod";
import { effect } from "../../../src/reactive/effect.ts";
import { signal } from "../../../src/reactive/signal.ts";
import { TestSession } from "../../support/test-session.ts";

it("M35: a module answers requests under its prefix, as its code, until it is destroyed", async () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  const scope = test.session.makeScope("left").makeScope("cells");
  const count = signal(0);
  let runs = 0;
  const watch = (by: number) => {
    effect(() => void (count.value, runs++));
    return by * 2;
  };
  expect(scope.setMessageHandler("double", watch, { schema: z.tuple([z.number()]) })).toBe("left-cells-double");
  expect(scope.setMessageHandler("gone", () => 1)).toBe("left-cells-gone");
  scope.setMessageHandler("gone", null);
  const ask = async (name: string) => {
    client.word("request", 1, name, [21]);
    await test.settled();
    return (client.messages.at(-1) as unknown[]).slice(2);
  };
  const refused = [false, expect.objectContaining({ name: "NotFoundError" })];
  expect(await ask("left-cells-double")).toEqual([true, 42]);
  for (const name of ["double", "cells-double", "left-cells-gone"]) expect(await ask(name)).toEqual(refused);
  test.session.run(() => void count.value++);
  expect(runs).toBe(2);
  test.session.run(() => scope.destroy());
  test.session.run(() => void count.value++);
  expect([runs, await ask("left-cells-double")]).toEqual([2, refused]);
  expect(() => scope.setMessageHandler("late", () => 1)).toThrow(expect.objectContaining({ code: "scope/destroyed" }));
});

it("M35: a module sends messages to its own inputs", () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  test.session.run(() => test.session.makeScope("left").sendInputMessage("name", { value: 1 }));
  expect(client.messages[0]).toEqual(["do", "input", ["left-name", { value: 1 }, false, false]]);
});
