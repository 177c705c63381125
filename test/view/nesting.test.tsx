import { describe, expect, it } from "vitest";
import type { Component } from "../../src/view/node.ts";
import { For } from "../../src/view/flow/for.ts";
import { MountedView } from "./support/mounted.ts";

const warningsOf = (root: Component) => new MountedView(root, { development: true }).warnings;

describe("elements that HTML would move", () => {
  it("V52: are told with the remedy, once for each template", () => {
    const Rows = () => (
      <table>
        <tr>
          <td>cell</td>
        </tr>
      </table>
    );
    expect(warningsOf(Rows)).toEqual([
      "view/misplaced: HTML does not allow <tr> in <table>: Put <tbody> around the rows.",
    ]);
    expect(warningsOf(Rows)).toEqual([]);
    expect(
      warningsOf(() => (
        <p>
          <div>block</div>
        </p>
      ))[0],
    ).toContain("<div> in <p>: Put <div> beside <p>");
    expect(
      warningsOf(() => (
        <button>
          <i>
            <b>deep</b>
          </i>
          <button>inner</button>
        </button>
      ))[0],
    ).toContain("Take one <button> away");
    expect(
      warningsOf(() => (
        <table>
          <tbody>
            <td>x</td>
          </tbody>
        </table>
      ))[0],
    ).toContain("Put <tr> around <td>.");
  });

  it("V52: what HTML allows is silent, and so is production", () => {
    const Table = () => (
      <table>
        <caption>t</caption>
        <tbody>
          <For each={[1, 2]}>
            {(n) => (
              <tr>
                <td>
                  <p>{n}</p>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    );
    expect(warningsOf(Table)).toEqual([]);
    expect(
      new MountedView(() => (
        <p>
          <section>s</section>
        </p>
      )).warnings,
    ).toEqual([]);
  });
});
