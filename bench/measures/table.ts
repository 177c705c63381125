/** The js-framework-benchmark operations on the server: the work until the frame's JSON is there. */
import { Op } from "../../src/protocol/operations.ts";
import { labelOf } from "../pages/labels.ts";
import { RowsPage } from "../pages/rows-page.tsx";
import { settledHeap } from "../support/heap.ts";
import { median, rounded } from "../support/interleave.ts";
import { flushToJson, mountView } from "../support/test-view.ts";

const ROUNDS = 61;
const WARM_UP = 15;
const ROWS = 1_000;

const page = new RowsPage();
const view = mountView(page.root);

/** One round, in the order in which a person would do it. Each step is what is timed under that name. */
const steps: Record<string, () => void> = {
  create_1000_rows_us: () => page.create(ROWS),
  update_every_10th_us: () => page.updateEvery10th(),
  select_row_us: () => page.selected.set(page.rows.peek()[4]!.id),
  swap_rows_us: () => page.swap(),
  remove_row_us: () => page.remove(page.rows.peek()[3]!.id),
  clear_rows_us: () => page.clear(),
};

/** The bound: rows as plain objects, and the same JSON written by hand. */
class HandWrittenTable {
  #nextId = 3;
  #lastRow = 0;
  rows: { id: number; label: string; base: number }[] = [];

  create(count: number): string {
    const flat: (string | number)[] = [];
    this.rows = [];
    for (let i = 0; i < count; i++) {
      const id = ++this.#lastRow;
      const row = { id, label: labelOf(id), base: (this.#nextId += 3) };
      this.rows.push(row);
      flat.push(row.base, "", String(row.id), row.label);
    }
    return JSON.stringify([[Op.Insert, 3, 0, 1, flat]]);
  }
}

const times: Record<string, number[]> = {};
let length = 0;

function time(name: string, work: () => string): void {
  const started = performance.now();
  length += work().length;
  (times[name] ??= []).push((performance.now() - started) * 1000);
}

const hand = new HandWrittenTable();
for (let round = 0; round < ROUNDS + WARM_UP; round++) {
  if (round === WARM_UP) for (const name of Object.keys(times)) times[name] = [];
  time("bound", () => hand.create(ROWS));
  for (const [name, step] of Object.entries(steps)) {
    time(name, () => {
      step();
      return flushToJson(view);
    });
  }
}

const before = settledHeap();
page.create(ROWS);
flushToJson(view);
const rowBytes = (settledHeap() - before) / ROWS;

const figures: Record<string, number> = { rows_heap_bytes_each: Math.round(rowBytes) };
for (const name of Object.keys(steps)) figures[name] = rounded(median(times[name]!));
figures["create_1000_rows_vs_bound"] = rounded(median(times["create_1000_rows_us"]!) / median(times["bound"]!));
console.log(JSON.stringify(figures));
process.exit(length > 0 ? 0 : 1);
