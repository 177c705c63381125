import type { CellEntry, CellValue, EntryResult } from "../../protocol/grid.ts";
import { signal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";
import { UserFacingError } from "../../session/error-report.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import { checkEntry } from "./cell-entry.ts";
import { noteQuietly } from "../base/note-quietly.ts";
import type { TableColumn } from "./table-column.ts";
import type { CellEdit, DataTableProps } from "./table-props.ts";
import type { TableRows } from "./table-rows.ts";

/** So many can be undone. */
const MOST_UNDONE = 100;

export const SAYS = {
  rowGone: "This row is not there any more.",
  fixed: "This cannot be changed.",
  notSaved: "This could not be saved.",
} as const;

type Handlers<Row extends object> = Pick<DataTableProps<Row>, "onEdit" | "onEdits">;

/** One entry on its way: what it is to become, or why it is refused. */
interface Step<Row> {
  readonly entry: CellEntry;
  edit?: CellEdit<Row>;
  before?: CellValue;
  problem?: string | undefined;
}

/** Changes of cells by people: checks them, has the app save them, writes them, and takes them back. */
export class TableEdits<Row extends object> {
  /** How many there are to undo. */
  readonly undoable = signal(0);
  readonly #columns: readonly TableColumn<Row>[];
  readonly #rows: TableRows<Row>;
  readonly #handlers: Handlers<Row>;
  readonly #done: (readonly CellEntry[])[] = [];
  /** One after the other, as each may rest on the one before. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(columns: readonly TableColumn<Row>[], rows: TableRows<Row>, handlers: Handlers<Row>) {
    this.#columns = columns;
    this.#rows = rows;
    this.#handlers = handlers;
  }

  /** Changes cells together, and answers for each what became of it. */
  enter(entries: readonly CellEntry[]): Promise<EntryResult[]> {
    return this.#next(() => this.#enter(entries, (before) => this.#remember(before)));
  }

  /** Takes the latest change back; answers with what it did, nothing if there was none. */
  undo(): Promise<{ entries: readonly CellEntry[]; results: EntryResult[] } | null> {
    return this.#next(async () => {
      const entries = this.#done.pop();
      this.undoable.value = this.#done.length;
      return entries === undefined ? null : { entries, results: await this.#enter(entries, () => {}) };
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }

  #remember(before: readonly CellEntry[]): void {
    this.#done.push(before);
    if (this.#done.length > MOST_UNDONE) this.#done.shift();
    this.undoable.value = this.#done.length;
  }

  async #enter(
    entries: readonly CellEntry[],
    remember: (before: readonly CellEntry[]) => void,
  ): Promise<EntryResult[]> {
    const client = actingClient();
    const steps: Step<Row>[] = [];
    for (const entry of entries) steps.push(await this.#check(entry, client));
    await this.#save(steps.filter(({ edit }) => edit !== undefined));
    const saved = steps.filter(({ edit, problem }) => edit !== undefined && problem === undefined);
    if (saved.length > 0) remember(saved.map(({ entry: [key, column], before = null }) => [key, column, before]));
    return steps.map(({ problem }) => problem ?? null);
  }

  async #check(entry: CellEntry, client: ActingClient): Promise<Step<Row>> {
    const [key, name, entered] = entry;
    const column = this.#columns.find((each) => each.name === name);
    if (column?.key === undefined || !column.canBeEdited) return { entry, problem: SAYS.fixed };
    const row = await this.#rows.source.find(key);
    if (row === undefined || this.#rows.source.keyOf(row) !== key) return { entry, problem: SAYS.rowGone };
    if (!column.isEditable(row)) return { entry, problem: SAYS.fixed };
    const checked = await checkEntry(column, row, entered);
    if (checked.problem !== undefined) return { entry, problem: checked.problem };
    const previous = column.raw(row);
    if (isSame(checked.value, previous)) return { entry };
    const edit = { row, key, column: name, value: checked.value, previous, client } as unknown as CellEdit<Row>;
    return { entry, edit, before: column.value(row) };
  }

  async #save(steps: readonly Step<Row>[]): Promise<void> {
    const { onEdits, onEdit } = this.#handlers;
    if (steps.length === 0) return;
    if (onEdits !== undefined) {
      const problem = await problemOf(async () => void (await onEdits(steps.map(({ edit }) => edit!))));
      for (const step of steps) this.#settle(step, problem, undefined);
      return;
    }
    for (const step of steps) {
      let answer: unknown;
      const problem = await problemOf(async () => void (answer = await onEdit?.(step.edit!)));
      this.#settle(step, problem, answer);
    }
  }

  #settle(step: Step<Row>, problem: string | undefined, answer: unknown): void {
    const { key, column, value } = step.edit!;
    step.problem = problem;
    if (problem !== undefined) return;
    this.#rows.write(key, (isRecord(answer) ? answer : { [column]: value }) as Partial<Row>);
  }
}

/** Why the app did not save something, for the person; all else goes to the app's `onError`. */
async function problemOf(save: () => Promise<void>): Promise<string | undefined> {
  try {
    await save();
    return undefined;
  } catch (error) {
    if (error instanceof UserFacingError) return error.message;
    noteQuietly(error, "saving a cell of a DataTable");
    return SAYS.notSaved;
  }
}

function actingClient(): ActingClient {
  const session = currentSession();
  const id = session.actingClient ?? 0;
  return { id, user: session.userOf(id) };
}

const isSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (a instanceof Date && b instanceof Date && a.getTime() === b.getTime()) ||
  (isEmpty(a) && isEmpty(b));

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
