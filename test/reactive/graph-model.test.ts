import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computed } from "../../src/reactive/computed.ts";
import { effect, type EffectHandle } from "../../src/reactive/effect.ts";
import { signal, type ReadonlySignal } from "../../src/reactive/signal.ts";
import { TestOwner } from "../support/test-owner.ts";
import { linksOn } from "./support.ts";

const SIGNALS = 4;
const COMPUTEDS = 8;
const EFFECTS = 5;

/** A computed over earlier nodes: `pick` makes it read one or the other, so what it reads changes. */
interface Formula {
  kind: "sum" | "parity" | "pick" | "fail";
  a: number;
  b: number;
  c: number;
}

type Command =
  | { do: "write"; signal: number; value: number }
  | { do: "flush" }
  | { do: "read"; node: number }
  | { do: "dispose"; effect: number }
  | { do: "revive"; effect: number };

const formulas = fc.array(
  fc.record({
    kind: fc.constantFrom<Formula["kind"]>("sum", "parity", "pick", "fail"),
    a: fc.nat(),
    b: fc.nat(),
    c: fc.nat(),
  }),
  { minLength: COMPUTEDS, maxLength: COMPUTEDS },
);
const effects = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), {
  minLength: EFFECTS,
  maxLength: EFFECTS,
});
const commands = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("write" as const), signal: fc.nat(SIGNALS - 1), value: fc.nat(5) }),
    },
    { weight: 3, arbitrary: fc.constant({ do: "flush" as const }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("read" as const), node: fc.nat(SIGNALS + COMPUTEDS - 1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("dispose" as const), effect: fc.nat(EFFECTS - 1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("revive" as const), effect: fc.nat(EFFECTS - 1) }) },
  ),
  { maxLength: 60 },
);

/** Applied to what it is given to read with, it serves the graph and the model alike. */
function evaluate({ kind, a, b, c }: Formula, index: number, read: (node: number) => number): number {
  const earlier = SIGNALS + index;
  switch (kind) {
    case "sum":
      return read(a % earlier) + read(b % earlier);
    case "parity":
      return read(a % earlier) % 2;
    case "pick":
      return read(a % earlier) % 2 === 0 ? read(b % earlier) : read(c % earlier);
    case "fail":
      if (read(a % earlier) === 3) throw new Error("three");
      return read(b % earlier);
  }
}

function outcome(read: () => number): string {
  try {
    return String(read());
  } catch (error) {
    return (error as Error).message;
  }
}

/** Recomputes everything from the signals at each question. */
class Model {
  readonly values: number[] = Array.from({ length: SIGNALS }, () => 0);
  readonly formulas: readonly Formula[];

  constructor(formulasGiven: readonly Formula[]) {
    this.formulas = formulasGiven;
  }

  read = (node: number): number => {
    if (node < SIGNALS) return this.values[node]!;
    const index = node - SIGNALS;
    return evaluate(this.formulas[index]!, index, this.read);
  };

  sees(nodes: readonly number[]): string {
    return nodes.map((node) => outcome(() => this.read(node % (SIGNALS + COMPUTEDS)))).join();
  }
}

class Real {
  readonly owner = new TestOwner();
  readonly signals = Array.from({ length: SIGNALS }, () => signal(0));
  readonly nodes: ReadonlySignal<number>[] = [...this.signals];
  readonly seen: (string | undefined)[] = [];
  readonly runs: number[] = [];
  readonly handles: (EffectHandle | undefined)[] = [];
  readonly effects: readonly (readonly number[])[];

  constructor(formulasGiven: readonly Formula[], effectsGiven: readonly (readonly number[])[]) {
    this.effects = effectsGiven;
    for (const [index, formula] of formulasGiven.entries()) {
      this.nodes.push(computed(() => evaluate(formula, index, (node) => this.nodes[node]!.value)));
    }
    for (const index of effectsGiven.keys()) this.revive(index);
  }

  revive(index: number): void {
    if (this.handles[index] !== undefined) return;
    this.runs[index] = 0;
    this.handles[index] = this.owner.run(() =>
      effect(() => {
        this.runs[index]!++;
        this.seen[index] = this.effects[index]!.map((node) =>
          outcome(() => this.nodes[node % this.nodes.length]!.value),
        ).join();
      }),
    );
  }

  dispose(index: number): void {
    this.handles[index]?.dispose();
    this.handles[index] = undefined;
    this.seen[index] = undefined;
  }
}

function check(real: Real, model: Model, program: readonly Command[]): void {
  let askedBetween = false;
  for (const command of [...program, { do: "flush" } as const]) {
    switch (command.do) {
      case "write":
        model.values[command.signal] = command.value;
        real.signals[command.signal]!.value = command.value;
        break;
      case "read":
        askedBetween = true;
        expect(outcome(() => real.nodes[command.node]!.value)).toBe(outcome(() => model.read(command.node)));
        break;
      case "dispose":
        real.dispose(command.effect);
        break;
      case "revive":
        real.revive(command.effect);
        break;
      case "flush":
        checkFlush(real, model, askedBetween);
        askedBetween = false;
    }
  }
}

/** A computed asked between two writes may change and change back, and then its readers may run in vain. */
function checkFlush(real: Real, model: Model, askedBetween: boolean): void {
  const seen = [...real.seen];
  const runs = [...real.runs];
  real.owner.flush();
  for (const [index, handle] of real.handles.entries()) {
    if (handle === undefined) continue;
    const expected = model.sees(real.effects[index]!);
    expect(real.seen[index]).toBe(expected);
    const ran = real.runs[index]! - runs[index]!;
    if (seen[index] !== expected) expect(ran).toBe(1);
    else if (!askedBetween && !expected.includes("three")) expect(ran).toBe(0);
    else expect(ran).toBeLessThanOrEqual(1);
  }
}

describe("random graphs", () => {
  it("R13: every flush agrees with a plain recomputation, with no run too many", () => {
    fc.assert(
      fc.property(formulas, effects, commands, (formulasGiven, effectsGiven, program) => {
        const real = new Real(formulasGiven, effectsGiven);
        check(real, new Model(formulasGiven), program);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it("R13, R16: when all effects are disposed no signal or computed has a reader left", () => {
    fc.assert(
      fc.property(formulas, effects, commands, (formulasGiven, effectsGiven, program) => {
        const real = new Real(formulasGiven, effectsGiven);
        check(real, new Model(formulasGiven), program);
        for (const index of effectsGiven.keys()) real.dispose(index);
        expect(real.nodes.map(linksOn)).toEqual(real.nodes.map(() => 0));
        expect(real.owner.owned).toBe(0);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
