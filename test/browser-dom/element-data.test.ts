import { expect, it, vi } from "vitest";
import type { DownMessage } from "../../src/protocol/frames.ts";
import { joinAligned } from "../../src/protocol/typed-arrays.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { openPage, type Page } from "./support.ts";

const bodyOf = (...arrays: ArrayBufferView[]) => joinAligned(arrays).buffer as ArrayBuffer;
const data = (ref: number, ...rest: [method: string, args: number[], facts: ["f64" | "u8", number][]]): DownMessage => [
  "data",
  ref,
  ...rest,
];

/** Defines a custom element that notes what its methods are called with. */
function define(page: Page, tag: string, calls: unknown[]): void {
  class Fed extends page.window.HTMLElement {
    extend(...args: unknown[]) {
      calls.push(args);
    }
    refuse() {
      throw new Error("no");
    }
  }
  page.window.customElements.define(tag, Fed);
}

it("B120: data come to the element they are for, in order, its arrays as views of the frame's bytes", async () => {
  const page = openPage({ root: '<fed-one data-ref="7"></fed-one><fed-one data-ref="8"></fed-one>' });
  const calls: unknown[] = [];
  define(page, "fed-one", calls);
  const body = bodyOf(Uint8Array.of(1, 2, 3), Float64Array.of(4, Number.NaN), Float64Array.of(5));
  page.server.carry(
    body,
    data(7, "extend", [10], [["u8", 3]]),
    // Nobody is there for this one; what comes after it is found all the same.
    data(9, "extend", [], [["f64", 2]]),
    data(8, "extend", [20], [["f64", 1]]),
  );
  await promisesSettled();
  expect(calls).toEqual([
    [10, [Uint8Array.of(1, 2, 3)]],
    [20, [Float64Array.of(5)]],
  ]);
  expect((calls[0] as [number, [Uint8Array]])[1][0].buffer).toBe(body);
});

it("B120: a custom element whose script is still on its way gets its data when it is there, the last 1,000", async () => {
  const page = openPage({ root: '<fed-late data-ref="7"></fed-late>' });
  const calls: [number, unknown][] = [];
  for (let n = 0; n < 1_002; n++) page.server.carry(bodyOf(Uint8Array.of(1)), data(7, "extend", [n], [["u8", 1]]));
  await promisesSettled();
  define(page, "fed-late", calls);
  await promisesSettled();
  page.server.carry(bodyOf(Uint8Array.of(1)), data(7, "extend", [1_002], [["u8", 1]]));
  await promisesSettled();
  expect(calls.map(([n]) => n)).toEqual(Array.from({ length: 1_001 }, (_, index) => index + 2));
});

it("B120: an element that fails on its data costs nobody else theirs", async () => {
  using error = vi.spyOn(console, "error").mockImplementation(() => {});
  const page = openPage({ root: '<fed-bad data-ref="7"></fed-bad>' });
  const calls: unknown[] = [];
  define(page, "fed-bad", calls);
  page.server.carry(
    bodyOf(Float64Array.of(1, 2)),
    data(7, "refuse", [], [["f64", 1]]),
    data(7, "extend", [], [["f64", 1]]),
  );
  await promisesSettled();
  expect([calls, error.mock.calls.length]).toEqual([[[[Float64Array.of(2)]]], 1]);
});
