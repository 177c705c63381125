import fc from "fast-check";
import { expect, it } from "vitest";
import { ModelScreen } from "./support/model-screen.ts";
import { mount, type MountedView } from "./support/mounted.ts";
import { programs, RunningProgram, type Program } from "./support/program.tsx";

/** Runs a program; its client is compared with the server's HTML after every flush. */
function run(program: Program, afterTurn: (page: MountedView) => void = () => {}): void {
  const running = new RunningProgram(program);
  const page = mount(running.Root);
  page.compare();
  page.turn();
  for (const writes of program.turns) {
    page.turn(() => running.write(writes));
    page.turn(() => running.reset());
    afterTurn(page);
  }
  page.view.dispose();
  expect(page.view.handlers.size).toBe(0);
  expect(page.view.unpaintedOperations()).toEqual([]);
  for (const source of [...running.numbers, ...running.lists]) {
    expect((source as unknown as { subs: unknown }).subs).toBeUndefined();
  }
}

it("V50: a client that applied the operations shows what the server's HTML says, for any program", () => {
  fc.assert(
    fc.property(programs, (program) => run(program)),
    { seed: 7, numRuns: 3000 },
  );
});

it("V51: the whole screen brings a client that knows nothing to the same, for any program", () => {
  fc.assert(
    fc.property(programs, (program) =>
      run(program, (page) => {
        const late = ModelScreen.blank();
        late.apply(page.view.wholeScreen());
        expect(String(late)).toBe(String(page.client));
      }),
    ),
    { seed: 7, numRuns: 1000 },
  );
});
