import { GRID_LIMITS, type RowKey } from "../../protocol/grid.ts";
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

/** Of a chosen row: whether the filter lets it pass, or there is none. */
type Verdict = "passes" | "hidden" | "gone";
type Verdicts = Map<RowKey, Verdict>;

/** Of so many rows that are looked into, a source is asked once which of all pass, where it can say. */
const MANY = 100;

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
  /** What is known of chosen rows, under what was wanted then. */
  #known: { readonly under: string; readonly verdicts: Verdicts } = { under: "", verdicts: new Map() };

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

  /** Whether all rows that pass the filter can be chosen at once. */
  get canBeAll(): boolean {
    return this.mode === "rows" && this.#source.keys !== undefined;
  }

  /** A person chose some rows, and others not any more. Answers with why not, for the person. */
  change(on: readonly RowKey[], off: readonly RowKey[] = []): string | null {
    const gone = new Set(off);
    const others = this.mode === "rows" ? this.#chosen.filter((key) => !gone.has(key)) : [];
    const chosen = [...new Set([...others, ...on])];
    if (on.length > 0 && chosen.length > GRID_LIMITS.all) return tooMany(chosen.length);
    this.#chosen = this.mode === "row" ? chosen.slice(-1) : chosen;
    this.#tell(untracked(this.#wanted), { forgets: true });
    return null;
  }

  /** Chooses all rows that pass the filter, or none of them. Answers with why not, for the person. */
  async chooseAll(isChosen: boolean): Promise<string | null> {
    if (!isChosen) return this.change([], this.selected.peek());
    const wanted = untracked(this.#wanted);
    const keys = await this.#source.keys!({ ...wanted, limit: GRID_LIMITS.all + 1 });
    if (keys.length > GRID_LIMITS.all) return tooMany(await this.#source.count(wanted));
    // Meanwhile others are shown: nobody sees what would be chosen.
    if (untracked(this.#wanted).id !== wanted.id) return null;
    const chosen = [...new Set([...this.#chosen, ...keys])];
    if (chosen.length > GRID_LIMITS.all) return tooMany(chosen.length);
    const { verdicts } = this.#knownUnder(wanted);
    for (const key of keys) verdicts.set(key, "passes");
    this.#chosen = chosen;
    this.#tell(wanted);
    return null;
  }

  /** Rows came or went, or may pass the filter no more. */
  recheck(): void {
    this.#known = { under: "", verdicts: new Map() };
    if (this.#chosen.length > 0) this.#tell(untracked(this.#wanted));
  }

  #hear(keys: readonly RowKey[]): void {
    if (keys === this.#told) return;
    this.#told = keys;
    this.#chosen = keys;
  }

  /** `forgets`: keys of no row, which a page may send without end, are not kept in case there will be one. */
  #tell(wanted: RowsWanted<Row>, { forgets = false } = {}): void {
    const telling = ++this.#tellings;
    const { verdicts } = this.#knownUnder(wanted);
    const unknown = this.#chosen.filter((key) => !verdicts.has(key));
    const tell = (found: Verdicts) => {
      for (const [key, verdict] of found) if (verdict !== "gone") verdicts.set(key, verdict);
      if (telling !== this.#tellings) return;
      if (forgets) this.#chosen = this.#chosen.filter((key) => verdicts.has(key));
      this.#set(this.#chosen.filter((key) => verdicts.get(key) === "passes"));
      this.#forgetOthers(verdicts);
    };
    const found =
      unknown.length > MANY && !forgets && this.#source.keys !== undefined
        ? this.#askOnce(wanted, unknown)
        : this.#find(wanted, unknown);
    // A source that fails says so where its rows are shown.
    if (isPromiseLike(found)) void found.then(tell, () => {});
    else tell(found);
  }

  /** What was chosen once and is not any more costs memory. */
  #forgetOthers(verdicts: Verdicts): void {
    if (verdicts.size <= 2 * this.#chosen.length + MANY) return;
    const chosen = new Set(this.#chosen);
    for (const key of verdicts.keys()) if (!chosen.has(key)) verdicts.delete(key);
  }

  #knownUnder({ id }: RowsWanted<Row>): { readonly verdicts: Verdicts } {
    if (this.#known.under !== id) this.#known = { under: id, verdicts: new Map() };
    return this.#known;
  }

  #find(wanted: RowsWanted<Row>, keys: readonly RowKey[]): Verdicts | Promise<Verdicts> {
    const rows = keys.map((key) => this.#source.find(key));
    // A source may find a row by "01" that is called 1; without end, a page could choose it again by another name.
    const own = (key: RowKey, row: Row | undefined) =>
      row !== undefined && this.#source.keyOf(row) === key ? row : undefined;
    const judge = (found: readonly (Row | undefined)[]): Verdicts =>
      new Map(keys.map((key, at) => [key, verdictOn(wanted, own(key, found[at]))]));
    if (rows.some(isPromiseLike)) return Promise.all(rows.map(async (row) => row)).then(judge);
    return judge(rows as readonly (Row | undefined)[]);
  }

  #askOnce(wanted: RowsWanted<Row>, keys: readonly RowKey[]): Verdicts | Promise<Verdicts> {
    const judge = (passing: readonly RowKey[]): Verdicts | Promise<Verdicts> => {
      if (passing.length > GRID_LIMITS.all) return this.#find(wanted, keys);
      const pass = new Set(passing);
      return new Map(keys.map((key) => [key, pass.has(key) ? "passes" : "hidden"]));
    };
    const passing = this.#source.keys!({ ...wanted, limit: GRID_LIMITS.all + 1 });
    return isPromiseLike(passing) ? Promise.resolve(passing).then(judge) : judge(passing);
  }

  #set(keys: readonly RowKey[]): void {
    const before = this.selected.peek();
    if (keys.length === before.length && keys.every((key, at) => key === before[at])) return;
    this.#told = keys;
    this.selected.value = keys;
  }
}

const verdictOn = <Row>(wanted: RowsWanted<Row>, row: Row | undefined): Verdict =>
  row === undefined ? "gone" : wanted.matches(row) ? "passes" : "hidden";

const number = (count: number): string => count.toLocaleString("en");

const tooMany = (count: number): string =>
  `These would be ${number(count)} rows. Choose at most ${number(GRID_LIMITS.all)} at once: filter for fewer.`;
