import type { RowKey } from "../../protocol/grid.ts";
import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { isPromiseLike } from "../../reactive/promises.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import type { RowsWanted, RowSource } from "./row-source.ts";

interface ChoiceOptions<Row> {
  readonly mode: "none" | "row" | "rows";
  readonly selected: Signal<readonly RowKey[]> | undefined;
  readonly source: RowSource<Row>;
  /** Live: what the table shows now. */
  readonly wanted: () => RowsWanted<Row>;
}

/**
 * Which rows are chosen. What is told of it is those among them that the filter lets pass; the others stay chosen, and
 * are told again when they come back.
 */
export class RowChoice<Row> {
  readonly mode: "none" | "row" | "rows";
  /** What is told. */
  readonly selected: Signal<readonly RowKey[]>;
  readonly #source: RowSource<Row>;
  readonly #wanted: () => RowsWanted<Row>;
  #chosen: readonly RowKey[];
  /** What was told last by the table itself: anything else comes from the app. */
  #told: readonly RowKey[];
  /** Counts tellings, so that a slow source does not overtake what came later. */
  #tellings = 0;

  constructor({ mode, selected, source, wanted }: ChoiceOptions<Row>) {
    this.mode = mode;
    this.selected = selected ?? signal<readonly RowKey[]>([]);
    this.#source = source;
    this.#wanted = wanted;
    this.#chosen = this.#told = this.selected.peek();
    if (mode === "none") return;
    effect(() => this.#hear(this.selected.value));
    effect(() => {
      const now = wanted();
      untracked(() => this.#tell(now));
    });
  }

  /** A person chose these, and no others; rows that are out of sight stay as they are. */
  choose(keys: readonly RowKey[]): void {
    const others = new Set([...this.selected.peek(), ...keys]);
    const hidden = this.mode === "rows" ? this.#chosen.filter((key) => !others.has(key)) : [];
    this.#take([...hidden, ...new Set(keys)]);
  }

  toggle(key: RowKey, isChosen: boolean): void {
    const others = this.mode === "rows" ? this.#chosen.filter((other) => other !== key) : [];
    this.#take(isChosen ? [...others, key] : others);
  }

  /** Rows came or went. */
  recheck(): void {
    if (this.#chosen.length > 0) this.#tell(untracked(this.#wanted));
  }

  #take(keys: readonly RowKey[]): void {
    this.#chosen = this.mode === "row" ? keys.slice(-1) : keys;
    this.#tell(untracked(this.#wanted), { forgets: true });
  }

  #hear(keys: readonly RowKey[]): void {
    if (keys === this.#told) return;
    this.#told = keys;
    this.#chosen = keys;
  }

  /** `forgets`: keys of no row, which a page may send without end, are not kept in case there will be one. */
  #tell(wanted: RowsWanted<Row>, { forgets = false } = {}): void {
    const telling = ++this.#tellings;
    const rows = this.#chosen.map((key) => this.#source.find(key));
    const tell = (found: readonly (Row | undefined)[]) => {
      if (telling !== this.#tellings) return;
      const shown = this.#chosen.filter((_, at) => passes(wanted, found[at]));
      if (forgets) this.#chosen = this.#chosen.filter((_, at) => found[at] !== undefined);
      this.#set(shown);
    };
    // A source that fails says so where its rows are shown.
    if (rows.some(isPromiseLike)) void Promise.all(rows.map(async (row) => row)).then(tell, () => {});
    else tell(rows as readonly (Row | undefined)[]);
  }

  #set(keys: readonly RowKey[]): void {
    const before = this.selected.peek();
    if (keys.length === before.length && keys.every((key, at) => key === before[at])) return;
    this.#told = keys;
    this.selected.value = keys;
  }
}

const passes = <Row>(wanted: RowsWanted<Row>, row: Row | undefined): boolean =>
  row !== undefined && wanted.matches(row);
