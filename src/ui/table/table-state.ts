import type { Filters, SortBy } from "../../protocol/grid.ts";
import { onCleanup } from "../../reactive/cleanup.ts";
import { computed } from "../../reactive/computed.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";
import { untracked } from "../../reactive/graph.ts";
import { readLive } from "../../view/live.ts";
import { freshId } from "../base/fresh-id.ts";
import { signalProp } from "../base/signal-prop.ts";
import { knownFilters, rowTest, strictFilters } from "./filtering.ts";
import { RowChoice } from "./row-choice.ts";
import type { RowSource, RowsWanted, SourceChange } from "./row-source.ts";
import { knownSort, nextSort, rowOrder, strictSort } from "./sorting.ts";
import { tableColumns, type TableColumn } from "./table-column.ts";
import { TableEdits } from "./table-edits.ts";
import type { DataTableProps } from "./table-props.ts";
import { tableRows, type TableRows } from "./table-rows.ts";

/** What a table knows, however it is shown: its columns and rows, what of them is wanted, chosen and being changed. */
export class TableState<Row extends object> {
  readonly id = freshId("table");
  readonly props: DataTableProps<Row>;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: TableRows<Row>;
  readonly sort: Signal<readonly SortBy[]>;
  readonly filter: Signal<Filters>;
  /** Names of columns that are left out. */
  readonly hidden: Signal<ReadonlySet<string>>;
  /** Names of columns that stay in sight, and at which side. */
  readonly pinned: Signal<ReadonlyMap<string, "start" | "end">>;
  /** Rows that pass the filter; nothing while that is not known yet. */
  readonly total = signal<number | undefined>(undefined);
  readonly choice: RowChoice<Row>;
  readonly edits: TableEdits<Row>;
  readonly wanted: ReadonlySignal<RowsWanted<Row>>;

  constructor(props: DataTableProps<Row>) {
    this.props = props;
    this.columns = tableColumns(props.columns);
    this.rows = tableRows(props);
    this.sort = signalProp(props.sort, "sort={…} of a DataTable") ?? signal<readonly SortBy[]>([]);
    this.filter = signalProp(props.filter, "filter={…} of a DataTable") ?? signal<Filters>({});
    this.hidden = signal(new Set(this.columns.filter(({ given }) => given.hidden).map(({ name }) => name)));
    const pins = this.columns.flatMap(({ name, given }) => (given.pinned ? [[name, given.pinned] as const] : []));
    this.pinned = signal(new Map(pins));
    this.wanted = computed(() => this.#wanted());
    const { source } = this.rows;
    const wanted = () => this.wanted.value;
    const selected = signalProp(props.selected, "selected={…} of a DataTable");
    this.choice = new RowChoice({ mode: props.selection ?? "none", selected, source, wanted });
    this.edits = new TableEdits(this.columns, this.rows, props);
  }

  get source(): RowSource<Row> {
    return this.rows.source;
  }

  /** The columns that are shown; live. */
  readonly shownColumns = (): readonly TableColumn<Row>[] =>
    this.columns.filter(({ name }) => !this.hidden.value.has(name));

  readonly isDisabled = (): boolean => untracked(() => Boolean(readLive(this.props.disabled)));

  /** For styles; live. */
  readonly disabledMark = (): "" | null => (readLive(this.props.disabled) ? "" : null);

  /** Whether anything can be changed in it. */
  get canBeEdited(): boolean {
    return this.columns.some(({ canBeEdited }) => canBeEdited);
  }

  /** A person pressed on a header. */
  sortBy(column: TableColumn<Row>, options: { isMore: boolean }): void {
    if (column.sortable) this.sort.update((sort) => nextSort(knownSort(this.columns, sort), column, options));
  }

  /** A person asked for one column's filter; nothing happens if it cannot be. */
  filterBy(column: TableColumn<Row>, filter: unknown): void {
    const { [column.name]: _, ...others } = knownFilters(this.columns, this.filter.peek());
    const filters = strictFilters(this.columns, {
      ...others,
      ...(filter === undefined ? {} : { [column.name]: filter }),
    });
    if (filters !== null) this.filter.value = filters;
  }

  /** What a client sent as sort and filter: whether it can be, and then is. */
  show(sort: unknown, filter: unknown): boolean {
    const [sorts, filters] = [strictSort(this.columns, sort), strictFilters(this.columns, filter)];
    if (sorts === null || filters === null) return false;
    this.sort.value = sorts;
    this.filter.value = filters;
    return true;
  }

  /** Whether rows stand elsewhere, or not at all, when these properties of one change. */
  restsOn(properties: readonly string[]): boolean {
    const { restsOn } = this.wanted.peek();
    return restsOn === undefined || properties.some((name) => restsOn.has(name));
  }

  /** Whether a row may pass the filter, or not any more, when these properties of it change. */
  #isFilteredBy(properties: readonly string[]): boolean {
    const { filter } = this.wanted.peek();
    return this.columns.some(
      ({ name, source }) => Object.hasOwn(filter, name) && (source !== undefined || properties.includes(name)),
    );
  }

  /** Calls `heard` with the changes of the rows, those that are made together at once, in this session. */
  listen(heard: (changes: readonly SourceChange<Row>[]) => void): void {
    const session = currentSession();
    let waiting: SourceChange<Row>[] = [];
    const take = () => {
      const changes = waiting;
      waiting = [];
      if (changes.length === 0) return;
      if (changes.some((change) => change.kind === "rows" || this.#isFilteredBy(change.properties))) {
        this.choice.recheck();
      }
      heard(changes);
    };
    const stop = this.source.listen((change) => {
      waiting.push(change);
      if (waiting.length > 1) return;
      queueMicrotask(() => session.isOver || session.run(take));
    });
    onCleanup(stop);
  }

  #wanted(): RowsWanted<Row> {
    const sort = knownSort(this.columns, this.sort.value);
    const filter = knownFilters(this.columns, this.filter.value);
    const involved = this.columns.filter(
      ({ name }) => Object.hasOwn(filter, name) || sort.some(({ column }) => column === name),
    );
    const isWorkedOut = involved.some(({ source }) => source !== undefined);
    return {
      sort,
      filter,
      matches: rowTest(this.columns, filter),
      compare: rowOrder(this.columns, sort),
      // What one table works out is not what another does.
      id: JSON.stringify([sort, filter, isWorkedOut ? this.id : ""]),
      restsOn: isWorkedOut ? undefined : new Set(involved.map(({ name }) => name)),
      signal: new AbortController().signal,
    };
  }
}
