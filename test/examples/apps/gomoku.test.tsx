import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import gomoku from "../../../examples/apps/gomoku/app.tsx";
import { SIZE, Table, type Person } from "../../../examples/apps/gomoku/game.ts";
import { openTable, tables } from "../../../examples/apps/gomoku/tables.ts";

const person = (name: string): Person => ({ name: signal(name) });
const at = (x: number, y: number) => y * SIZE + x;

function seated() {
  const table = new Table("t");
  const [ada, bo, cy] = [person("Ada"), person("Bo"), person("Cy")];
  const leave = [ada, bo, cy].map((each) => table.join(each));
  return { table, ada, bo, cy, leave };
}

/** Black plays the points, white somewhere else. */
function playAll(table: Table, black: Person, white: Person, points: readonly number[]) {
  points.forEach((point, index) => {
    table.play(black, point);
    if (index < points.length - 1) table.play(white, at(index * 2, 14));
  });
}

describe("gomoku", () => {
  it("E450: five in a row win, in every direction, and six do; four do not", () => {
    const rows = [
      [0, 1, 2, 3, 4].map((i) => at(i, 0)),
      [0, 1, 2, 3, 4].map((i) => at(7, i)),
      [0, 1, 2, 3, 4].map((i) => at(i + 3, i)),
      [4, 0, 3, 1, 2].map((i) => at(10 - i, i)),
      [0, 1, 2, 4, 5, 3].map((i) => at(i, 5)),
    ];
    for (const row of rows) {
      const { table, ada, bo } = seated();
      playAll(table, ada, bo, row.slice(0, -1));
      expect(table.winner.peek()).toBeUndefined();
      table.play(bo, at(14, 13));
      table.play(ada, row.at(-1)!);
      expect([table.winner.peek(), table.line.peek()?.length, table.score.black.peek()]).toEqual([
        "black",
        row.length,
        1,
      ]);
      expect(table.play(bo, at(12, 12))).toBe(false);
    }
    const { table, ada, bo } = seated();
    // The end of one row is not beside the beginning of the next.
    playAll(table, ada, bo, [at(12, 1), at(13, 1), at(14, 1), at(0, 2), at(1, 2)]);
    expect(table.winner.peek()).toBeUndefined();
  });

  it("E451: only who sits there plays, in turn, on a free point, and while both are there", () => {
    const { table, ada, bo, cy, leave } = seated();
    expect([
      table.play(bo, 0),
      table.play(cy, 0),
      table.play(ada, -1),
      table.play(ada, 225),
      table.play(ada, 0.5),
    ]).toEqual([false, false, false, false, false]);
    expect([table.play(ada, 0), table.play(ada, 1), table.play(bo, 0), table.play(bo, 1)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([table.sit(cy, "black"), table.sit(ada, "white")]).toEqual([false, false]);
    leave[1]!();
    expect([table.play(ada, 2), table.sit(ada, "white"), table.sit(cy, "white"), table.play(ada, 2)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("E452: both must want to play again; then they change sides, and keep their score", () => {
    const { table, ada, bo, cy } = seated();
    table.again(ada);
    playAll(
      table,
      ada,
      bo,
      [0, 1, 2, 3, 4].map((i) => at(i, 0)),
    );
    table.again(cy);
    table.again(ada);
    table.again(ada);
    expect(table.isOver.peek()).toBe(true);
    table.again(bo);
    expect([table.moves.peek().length, table.stoneOf(ada), table.score.white.peek()]).toEqual([0, "white", 1]);
  });

  it("E453: two play by a link, a third watches, and who leaves frees the seat", async () => {
    await using ada = await mount(gomoku);
    await ada.user.click(ada.screen.getByText("New table"));
    ada.screen.getByText("Waiting for a second player.");
    const bo = await mount(gomoku, { url: new URL(ada.url).pathname });
    await using cy = await mount(gomoku, { url: new URL(ada.url).pathname });
    await ada.settle();
    ada.screen.getByText("Your turn: you play black.");
    ada.screen.getByText("One watches.");
    await cy.user.click(cy.screen.getByRole("button", { name: "A1" }));
    await bo.user.click(bo.screen.getByRole("button", { name: "B1" }));
    await ada.user.click(ada.screen.getByRole("button", { name: "H8" }));
    await cy.settle();
    expect(cy.document.querySelectorAll(".stone")).toHaveLength(1);
    cy.screen.getByRole("button", { name: "H8 black" });
    await bo.close();
    await ada.settle();
    await cy.settle();
    ada.screen.getByText("A player has left.");
    await cy.user.click(cy.screen.getByText("Sit here"));
    await ada.settle();
    cy.screen.getByText("Your turn: you play white.");
  });

  it("E454: the lobby lists tables; one that nobody is at is put away, and its address leads back", async () => {
    const before = tables.peek().length;
    const empty = openTable()!;
    await using ada = await mount(gomoku);
    ada.screen.getByText("… against …");
    await ada.user.click(ada.screen.getByText("… against …"));
    await ada.user.click(ada.screen.getByText("Leave the table"));
    expect(tables.peek().length).toBe(before);
    await using bo = await mount(gomoku, { url: `/${empty.id}` });
    bo.screen.getByText("There is no such table");
  });

  it("E455: arrow keys go from point to point, of which one is in the order of Tab", async () => {
    await using app = await mount(gomoku);
    await app.user.click(app.screen.getByText("New table"));
    const stops = () =>
      [...app.document.querySelectorAll('.point[tabindex="0"]')].map((point) => point.getAttribute("aria-label"));
    expect(stops()).toEqual(["H8"]);
    (app.screen.getByRole("button", { name: "H8" }) as HTMLElement).focus();
    await app.user.keyboard("{ArrowUp}{ArrowRight}{ArrowRight}");
    expect([stops(), app.document.activeElement?.getAttribute("aria-label")]).toEqual([["J9"], "J9"]);
  });
});
