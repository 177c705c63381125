import type {
  EntryResult,
  FirstBlock,
  GridBlock,
  GridConfig,
  GridNews,
  GridRequest,
  GridState,
} from "../../../protocol/grid.ts";
import { onCleanup } from "../../../reactive/cleanup.ts";
import { untracked } from "../../../reactive/graph.ts";
import { isPromiseLike } from "../../../reactive/promises.ts";
import { signal } from "../../../reactive/signal.ts";
import { currentSession } from "../../../session/current.ts";
import { UserFacingError } from "../../../session/error-report.ts";
import type { Session } from "../../../session/session.ts";
import type { ElementRef } from "../../../view/ref.ts";
import type { RowsStatus } from "../in-place-of-rows.tsx";
import type { RowSource, SourceChange } from "../row-source.ts";
import { SAYS } from "../table-edits.ts";
import type { TableColumn } from "../table-column.ts";
import type { TableState } from "../table-state.ts";
import { gridBlock } from "./grid-block.ts";
import { gridColumn } from "./grid-column.ts";
import { GRID_REQUEST } from "./grid-request.ts";
import { RenderedRows } from "./rendered-rows.ts";
import { RenderPace } from "./render-pace.ts";

/** Rows in a block: enough for a screen and what follows. */
const BLOCK = 100;
/** Of more rows changed at once, pages ask again for those that they show. */
const MOST_NEWS = 300;

/** A table's end of the line to the grids that show it: answers what they ask, and tells them what changes. */
export class GridServer<Row extends object> {
  readonly request: string;
  readonly status = signal<RowsStatus>("loading");
  /** The rows whose cells are rendered; nothing where no column renders. */
  readonly rendered: RenderedRows<Row> | undefined;
  readonly #table: TableState<Row>;
  readonly #grid: ElementRef;
  /** Those that were sent last. */
  #latest: readonly Row[] = [];
  /** Counts changes of the rows. */
  readonly #data = signal(0);

  constructor(table: TableState<Row>, grid: ElementRef) {
    this.#table = table;
    this.#grid = grid;
    this.request = `tandem-grid:${table.id}`;
    const session = currentSession();
    const isRendering = table.columns.some(({ render }) => render !== undefined);
    this.rendered = isRendering ? renderedRows(table.source, session) : undefined;
    session.setMessageHandler(this.request, (request) => this.#answer(request), { schema: GRID_REQUEST });
    onCleanup(() => session.setMessageHandler(this.request, null));
    table.listen((changes) => void this.#tell(changes));
  }

  /** What the grid is; live. */
  readonly config = (): string => {
    const { props, columns, hidden, pinned } = this.#table;
    const place = ({ name }: TableColumn<Row>) => ({
      isHidden: hidden.value.has(name),
      pinned: pinned.value.get(name),
    });
    const config: GridConfig = {
      request: this.request,
      label: props.label,
      columns: columns.map((column) => gridColumn(column, place(column))),
      selection: this.#table.choice.mode,
      hasFilters: props.filters === true,
      choosesAll: this.#table.choice.canBeAll,
      block: BLOCK,
    };
    return JSON.stringify(config);
  };

  /** How it stands; live. */
  readonly state = (): string => {
    const { wanted, choice } = this.#table;
    const { sort, filter } = wanted.value;
    const state: GridState = { data: this.#data.value, sort, filter, selected: choice.selected.value };
    return JSON.stringify(state);
  };

  /** The first rows, if the source has them at hand: then the grid opens without asking. */
  first(): { rows: readonly Row[]; block: string } | undefined {
    return untracked(() => {
      try {
        const block = this.#block(0, BLOCK);
        if (isPromiseLike(block)) return void block.catch(() => {});
        const { sort, filter } = this.#table.wanted.value;
        const rows = this.#latest;
        this.#latest = [];
        return { rows, block: JSON.stringify({ block, sort, filter } satisfies FirstBlock) };
      } catch {
        // The grid asks again.
        return undefined;
      }
    });
  }

  #answer(request: GridRequest): unknown {
    const table = this.#table;
    if (request[0] === "rows") return this.#block(request[1], request[2]);
    if (request[0] === "look") return this.rendered?.look(currentSession().actingClient ?? 0, request[1]);
    if (table.isDisabled()) throw new UserFacingError(SAYS.fixed);
    switch (request[0]) {
      case "show":
        if (!table.show(request[1], request[2])) throw new UserFacingError("This table cannot be shown like that.");
        return null;
      case "edit":
        return table.edits.enter(request[1]);
      case "undo":
        return this.#undo();
      case "choose":
        return table.choice.mode === "none" ? null : orRefused(table.choice.change(request[1], request[2]));
      case "chooseAll":
        return table.choice.canBeAll ? table.choice.chooseAll(request[1]).then(orRefused) : null;
    }
  }

  async #undo(): Promise<EntryResult> {
    const undone = await this.#table.edits.undo();
    return undone?.results.find((result) => result !== null) ?? null;
  }

  #block(from: number, to: number): GridBlock | Promise<GridBlock> {
    const { source, wanted } = this.#table;
    const now = wanted.peek();
    const data = this.#data.peek();
    const fail = (error: unknown): never => {
      this.status.value = "failed";
      throw error;
    };
    try {
      const total = source.count(now);
      const rows = source.rows({ ...now, from, to });
      if (!isPromiseLike(total) && !isPromiseLike(rows)) return this.#made(rows, { data, from, total });
      return Promise.all([total, rows]).then(([count, found]) => this.#made(found, { data, from, total: count }), fail);
    } catch (error) {
      return fail(error);
    }
  }

  /** Has the grid ask for its rows again. */
  reload(): void {
    this.status.value = "loading";
    this.#data.value++;
  }

  #made(rows: readonly Row[], facts: { data: number; from: number; total: number }): GridBlock {
    const { columns, source, total } = this.#table;
    total.value = facts.total;
    this.status.value = "ready";
    this.#latest = rows;
    this.rendered?.sent(rows);
    return gridBlock(columns, source, rows, facts);
  }

  async #tell(changes: readonly SourceChange<Row>[]): Promise<void> {
    const rows = this.#areOnlyCells(changes) ? await changedRows(changes) : undefined;
    const data = this.#data.peek() + 1;
    this.#data.value = data;
    if (rows === undefined) {
      this.rendered?.outdated();
      this.#say({ kind: "rows", data });
      void this.#recount();
    } else {
      this.rendered?.changed(rows);
      const { columns, source, total, props } = this.#table;
      const block = gridBlock(columns, source, rows, { data, from: 0, total: total.peek() ?? 0 });
      this.#say({ kind: "cells", data, rows: block, flash: props.flash === true });
    }
  }

  #areOnlyCells(changes: readonly SourceChange<Row>[]): boolean {
    const isCells = (change: SourceChange<Row>) => change.kind === "cells" && !this.#table.restsOn(change.properties);
    return changes.length <= MOST_NEWS && changes.every(isCells);
  }

  #say(news: GridNews): void {
    // A method that the element has before its script has come, too: then its state says that it missed something.
    if (this.#grid.isMounted) this.#grid.call("setAttribute", "news", JSON.stringify(news));
  }

  /** The grid may show none of the rows that came or went, and so not ask. */
  async #recount(): Promise<void> {
    const { source, wanted, total } = this.#table;
    try {
      total.value = await source.count(wanted.peek());
    } catch {
      // Whoever asks for rows hears of it.
    }
  }
}

function renderedRows<Row>(source: RowSource<Row>, session: Session): RenderedRows<Row> {
  const pace = new RenderPace(session.clock, (work) => session.run(work));
  const rows = new RenderedRows(source, pace);
  const stop = session.whenClientGone((client) => session.isOver || session.run(() => rows.forget(client)));
  onCleanup(() => {
    pace.stop();
    stop();
  });
  return rows;
}

/** What is said to a person is told to the page as why it was refused. */
function orRefused(problem: string | null): null {
  if (problem !== null) throw new UserFacingError(problem);
  return null;
}

/** As they are now, each once. */
async function changedRows<Row>(changes: readonly SourceChange<Row>[]): Promise<readonly Row[]> {
  const latest = new Map(
    changes.flatMap((change) => (change.kind === "cells" ? [[change.key, change.row] as const] : [])),
  );
  const rows = await Promise.all([...latest.values()].map(async (row) => row()));
  return rows.filter((row) => row !== undefined);
}
