import fc from "fast-check";
import { expect, it } from "vitest";
import type { Operation } from "../../src/protocol/operations.ts";
import { DomScreen, serializePainted } from "./support/dom-screen.ts";
import { mount, paintedNow, type MountedView } from "./support/mounted.ts";
import { programs, RunningProgram, type Program } from "./support/program.tsx";

/** Runs a program with the page's real target; `lost` says of each turn whether its frame is. */
function run(program: Program, lost: readonly boolean[]): void {
  const running = new RunningProgram(program);
  const page = mount(running.Root);
  const dom = new DomScreen(page.view.html());
  compare(page, dom);
  let isLost = false;
  program.turns.forEach((writes, turn) => {
    for (const change of [() => running.write(writes), () => running.reset()]) {
      const operations = page.turn(change);
      isLost ||= lost[turn] === true && operations.length > 0;
      if (!isLost) dom.apply(operations);
    }
    if (isLost && lost[turn] === true) return;
    if (isLost) dom.apply(JSON.parse(JSON.stringify(page.view.wholeScreen())) as Operation[]);
    isLost = false;
    compare(page, dom);
  });
  page.view.dispose();
}

function compare(page: MountedView, dom: DomScreen): void {
  const { root, layers } = paintedNow(page.view);
  expect(String(dom)).toBe(serializePainted([root, layers]));
}

it("V50: the page's document shows what the server's HTML says, for any program", () => {
  fc.assert(
    fc.property(programs, (program) => run(program, [])),
    { seed: 7, numRuns: 700 },
  );
});

it("V51: the whole screen brings a page that lost frames to the same, for any program", () => {
  fc.assert(fc.property(programs, fc.array(fc.boolean(), { maxLength: 8 }), run), { seed: 7, numRuns: 700 });
});
