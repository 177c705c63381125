import { describe, expect, it } from "vitest";
import { Op, type Operation } from "../../src/protocol/operations.ts";
import { Backlog } from "../../src/session/channel/backlog.ts";
import { Random } from "../support/random.ts";
import { ModelScreen } from "./model-screen.ts";

const LIMITS = { maxOperations: 2_000, maxLength: 1_000_000 };

function coalesced(...operations: Operation[]): Operation[] {
  const backlog = new Backlog();
  backlog.add(operations, 100, LIMITS);
  expect(backlog.size).toBe(backlog.toArray().length);
  return backlog.toArray();
}

describe("a backlog", () => {
  it("L40: keeps the latest value of each text, attribute and property, at the end", () => {
    expect(
      coalesced(
        [Op.Text, 5, "a"],
        [Op.Attribute, 5, "class", "a"],
        [Op.Property, 5, "class", "a"],
        [Op.Text, 6, "b"],
        [Op.Text, 5, "c"],
        [Op.Attribute, 5, "class", null],
        [Op.Attribute, 6, "class", "d"],
      ),
    ).toEqual([
      [Op.Property, 5, "class", "a"],
      [Op.Text, 6, "b"],
      [Op.Text, 5, "c"],
      [Op.Attribute, 5, "class", null],
      [Op.Attribute, 6, "class", "d"],
    ]);
  });

  it("L41: keeps structural operations and calls, in their order", () => {
    const operations: Operation[] = [
      [Op.Template, 1, [["p", 0, 0]]],
      [Op.Insert, 2, 0, 1, [7, "a"]],
      [Op.Fill, 5, "x"],
      [Op.Call, 7, "focus", []],
      [Op.Fill, 5, "y"],
      [Op.Move, 2, 0, 7],
      [Op.Clear, 2],
      [Op.Remove, 8],
      [Op.Call, 7, "focus", []],
    ];
    expect(coalesced(...operations)).toEqual(operations);
  });

  it("L42: sets a control's value after what it depends on", () => {
    expect(
      coalesced(
        [Op.Attribute, 5, "max", "200"],
        [Op.Property, 5, "value", "150"],
        [Op.Attribute, 6, "max", "1"],
        [Op.Attribute, 5, "max", "300"],
      ),
    ).toEqual([
      [Op.Attribute, 6, "max", "1"],
      [Op.Attribute, 5, "max", "300"],
      [Op.Property, 5, "value", "150"],
    ]);
    const latest: Operation = [Op.Property, 5, "value", "b"];
    expect(coalesced([Op.Property, 5, "value", "a"], latest)).toEqual([latest]);
  });

  it("L43: merges page facts", () => {
    const page = (facts: object) => [Op.Page, facts] as Operation;
    expect(coalesced(page({ title: "a", lang: "en" }), [Op.Clear, 5], page({ title: "b" }))).toEqual([
      [Op.Clear, 5],
      page({ title: "b", lang: "en" }),
    ]);
  });

  it("L44: drops what the whole screen makes moot, but no definition", () => {
    const template: Operation = [Op.Template, 1, ["x"]];
    const sync: Operation = [Op.Sync, [1, 3], "", {}];
    expect(coalesced([Op.Text, 5, "a"], template, [Op.Clear, 5], [Op.Page, {}], sync, [Op.Text, 5, "b"])).toEqual([
      template,
      sync,
      [Op.Text, 5, "b"],
    ]);
  });

  it("L45: shows the same as its operations one by one", () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const random = new Random(seed);
      const one = new ModelScreen();
      const backlog = new Backlog();
      for (let count = 0; count < 40; count++) {
        const operation = change(random, one.ids, count);
        one.apply([operation]);
        backlog.add([operation], 10, LIMITS);
      }
      const all = new ModelScreen();
      all.apply(backlog.toArray());
      expect(JSON.stringify(all), `seed ${seed}`).toBe(JSON.stringify(one));
    }
  });

  it("L26: says when it is over its number of operations, or its size of structural ones", () => {
    const few = { maxOperations: 2, maxLength: 1_000 };
    const values = new Backlog();
    expect(values.add([[Op.Text, 5, "a"]], 5_000, few)).toBe(true);
    expect(values.add([[Op.Text, 5, "b"]], 5_000, few)).toBe(true);
    expect(values.add([[Op.Text, 6, "b"]], 5_000, few)).toBe(true);
    expect(values.add([[Op.Text, 7, "b"]], 5_000, few)).toBe(false);
    const structures = new Backlog();
    expect(structures.add([[Op.Clear, 5]], 1_000, few)).toBe(true);
    expect(structures.add([[Op.Clear, 5]], 1, few)).toBe(false);
  });
});

/** A random operation that the rows `ids` allow. */
function change(random: Random, ids: readonly number[], count: number): Operation {
  const kind = ids.length === 0 ? 0 : random.below(7);
  const id = random.pick(ids);
  const before = random.chance(0.5) ? 0 : (random.pick(ids.filter((other) => other !== id)) ?? 0);
  if (kind === 0) return [Op.Insert, 2, before, 1, [100 + count, "new"]];
  if (kind === 1) return [Op.Remove, id];
  if (kind === 2) return [Op.Move, 2, before, id];
  if (kind === 3) return [Op.Attribute, id, random.pick(["max", "class"]), `${count}`];
  return [Op.Text, id, `${count}`];
}
