import { describe, expect, it } from "vitest";
import { BlockStore } from "../../../src/browser/ui/grid/block-store.ts";
import type { Ask } from "../../../src/browser/ui/grid/grid-request.ts";
import type { GridBlock } from "../../../src/protocol/grid.ts";
import { promisesSettled } from "../../support/fake-clock.ts";
import { deferred, outcomeOf } from "../../support/promises.ts";

/** A store whose server answers when told. */
function store(total = 1_000) {
  const asked: number[] = [];
  const answers = new Map<number, { resolve(block: GridBlock): void; reject(error: unknown): void }>();
  const ask = ((_: "rows", from: number) => {
    const answer = deferred<GridBlock>();
    asked.push(from / 10);
    answers.set(from / 10, answer);
    return answer.promise;
  }) as unknown as Ask;
  const blocks = new BlockStore(ask, 10);
  blocks.total = total;
  const block = (at: number): GridBlock => {
    const keys = Array.from({ length: 10 }, (_, row) => at * 10 + row);
    return { data: 0, from: at * 10, total, keys, columns: [keys.map((key) => `row ${key}`)] };
  };
  const answer = async (at: number) => {
    answers.get(at)!.resolve(block(at));
    await promisesSettled();
  };
  return { blocks, asked, answers, answer, block };
}

describe("the rows that a page has", () => {
  it("Z36: those beside what is looked at are asked for, the way it goes first", async () => {
    const { blocks, asked, answer } = store();
    const rows = blocks.rows(50);
    expect(asked).toEqual([5, 4, 7, 6]);
    await answer(5);
    expect((await rows).map(({ key }) => key)).toContain(55);
    await Promise.all([4, 6, 7].map(answer));
    await blocks.rows(60);
    expect(asked.slice(4)).toEqual([8]);
  });

  it("Z36: what is looked at goes before what might be, and the latest before all", async () => {
    const { blocks, asked, answer } = store();
    for (const at of [10, 30, 50, 70]) void blocks.rows(at * 10).catch(() => {});
    const under = [...asked];
    expect(under).toHaveLength(4);
    await answer(under[0]!);
    expect(asked.at(-1)).toBe(70);
    await answer(70);
    expect(asked.at(-1)).toBe(50);
  });

  it("Z36: what nobody looks at any more is not asked for, and is when they come back", async () => {
    const { blocks, asked, answer } = store();
    for (let at = 0; at < 40; at += 4) void blocks.rows(at * 10).catch(() => {});
    for (let turn = 0; turn < 60; turn++) await Promise.all([...asked].map(answer));
    expect(asked.length).toBeLessThan(40);
    const again = blocks.rows(0);
    await promisesSettled();
    expect((await again)[0]?.key).toBe(0);
  });

  it("Z37: rows that were asked for before everything changed are left", async () => {
    const { blocks, answers, block } = store();
    const old = outcomeOf(blocks.rows(0));
    blocks.clear();
    answers.get(0)!.resolve({ ...block(0), total: 5 });
    await promisesSettled();
    expect(old.error?.message).toBe("Other rows are shown by now.");
    expect([blocks.total, blocks.rowAt(0)]).toEqual([1_000, undefined]);
  });

  it("Z37: rows that could not be had are asked for again", async () => {
    const { blocks, asked, answers } = store(10);
    const failed = outcomeOf(blocks.rows(0));
    answers.get(0)!.reject(new Error("offline"));
    await promisesSettled();
    expect(failed.error?.message).toBe("offline");
    void blocks.rows(0).catch(() => {});
    expect(asked).toEqual([0, 0]);
  });

  it("Z35: a stretch of rows comes from as many blocks as it takes", async () => {
    const { blocks, answer } = store();
    const range = blocks.range(18, 31);
    await Promise.all([1, 2, 3].map(answer));
    expect((await range).map(({ key }) => key)).toEqual([18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
  });
});
