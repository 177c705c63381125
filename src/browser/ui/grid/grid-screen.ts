import {
  createGrid,
  type CellEditRequestEvent,
  type ColDef,
  type GridApi,
  type GridOptions,
  type IGetRowsParams,
  type RowSelectionOptions,
  type SuppressKeyboardEventParams,
} from "ag-grid-community";
import type {
  FirstBlock,
  GridBlock,
  GridConfig,
  GridNews,
  GridRequest,
  GridState,
  SortBy,
} from "../../../protocol/grid.ts";
import { AllRows, AllRowsHeader } from "./all-rows.ts";
import { BlockStore } from "./block-store.ts";
import { CellRange } from "./cell-range.ts";
import { CellStates } from "./cell-states.ts";
import { columnDef, sideOf, type ColumnHost } from "./column-defs.ts";
import { contentAround, takesContentKey } from "./content-keys.ts";
import { followPointer, placeOf } from "./range-pointer.ts";
import { GridClipboard } from "./grid-clipboard.ts";
import { GridEdits } from "./grid-edits.ts";
import { GridMessages } from "./grid-messages.ts";
import { askAs, problemOf, type Ask } from "./grid-request.ts";
import { rowId, rowsOf, type GridRow } from "./grid-row.ts";
import { element } from "./make.ts";
import { MODULES } from "./modules.ts";
import { RowLook } from "./row-look.ts";
import { RowMarks } from "./row-marks.ts";
import { theme } from "./theme.ts";

interface ScreenOptions {
  readonly config: GridConfig;
  readonly state: GridState;
  readonly first: FirstBlock | undefined;
  /** Has the screen follow the state again. */
  restate(): void;
}

type Choice = Extract<GridRequest, readonly ["choose" | "chooseAll", ...unknown[]]>;

/** A grid in its element: shows rows as they are scrolled to, and passes on what the person does. */
export class GridScreen implements ColumnHost {
  readonly hasFilters: boolean;
  readonly #host: HTMLElement;
  readonly #restate: () => void;
  readonly #ask: Ask;
  readonly #store: BlockStore;
  readonly #states = new CellStates();
  readonly #api: GridApi<GridRow>;
  readonly #range: CellRange;
  readonly #edits: GridEdits;
  readonly #marks: RowMarks | undefined;
  readonly #look: RowLook | undefined;
  /** Where all rows can be chosen at once. */
  readonly #all: AllRows | undefined;
  readonly #messages = new GridMessages();
  readonly #stop = new AbortController();
  #config: GridConfig;
  /** The version of the rows that are shown. */
  #data: number;
  /** Sort and filter as the server has them. */
  #shown: string;
  #isDisabled = false;

  constructor(host: HTMLElement, { config, state, first, restate }: ScreenOptions) {
    this.#restate = restate;
    this.#host = host;
    this.#config = config;
    this.hasFilters = config.hasFilters;
    this.#ask = askAs(config.request);
    this.#store = new BlockStore(this.#ask, config.block);
    this.#data = state.data;
    this.#shown = viewText(state);
    if (first && first.block.data === state.data && viewText(first) === this.#shown) this.#store.put(first.block);
    const frame = element("div", "tandem-grid-frame");
    host.replaceChildren(frame, ...this.#messages.elements);
    this.#messages.follow(frame, this.#stop.signal);
    if (config.choosesAll) {
      this.#all = new AllRows({
        choose: (isChosen) => this.#choose(["chooseAll", isChosen]),
        counts: () => ({ chosen: this.#marks?.count ?? 0, total: this.#store.total }),
      });
    }
    this.#api = createGrid(frame, this.#options(), { modules: MODULES });
    this.#range = new CellRange(this.#api);
    const isOpen = (row: GridRow, at: number) => this.isOpen(row, at);
    this.#edits = new GridEdits({
      api: this.#api,
      ask: this.#ask,
      store: this.#store,
      states: this.#states,
      range: this.#range,
      isOpen,
      columns: config.columns,
      say: (text) => this.#say(text),
    });
    followPointer(frame, this.#range, this.#stop.signal);
    new GridClipboard(frame, this.#edits, this.#stop.signal);
    const { selection } = config;
    if (selection !== "none") {
      this.#marks = new RowMarks(this.#api, selection, (on, off) => void this.#choose(["choose", on, off]));
      this.#mark(state.selected);
    }
    if (config.columns.some(({ rendered }) => rendered)) {
      this.#look = new RowLook({ api: this.#api, ask: this.#ask, store: this.#store });
      this.#look.update();
    }
    this.#showView(state);
    frame.addEventListener("focusin", (event) => this.#contentFocused(event), { signal: this.#stop.signal });
    frame.addEventListener("scroll", (event) => this.#scrolled(event), { capture: true, passive: true });
    frame.querySelector("[role=grid], [role=treegrid]")?.setAttribute("aria-label", config.label);
  }

  stateOf(row: GridRow, column: string) {
    return this.#states.get(row.key, column);
  }

  described(problem: string): string {
    return this.#messages.described(problem);
  }

  isOpen(row: GridRow, at: number): boolean {
    return !this.#isDisabled && this.#config.columns[at]?.editable === true && !row.fixed.has(at);
  }

  isInRange(row: number, column: string): boolean {
    return this.#range?.has(row, column) ?? false;
  }

  /**
   * Enter goes into what a cell renders; Shift with an arrow marks cells, Delete empties them, Ctrl+Z undoes, Ctrl+A
   * chooses all rows; the space bar turns a yes into a no.
   */
  takesKey(event: KeyboardEvent, { editing, node, column }: SuppressKeyboardEventParams<GridRow>): boolean {
    if (editing) return false;
    if (contentAround(event.target)) return takesContentKey(event);
    if (takesContentKey(event)) return true;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key.toLowerCase() === "a" && isCommand) return this.#choosesAll(event);
    if (event.key.toLowerCase() === "z" && isCommand && !event.shiftKey) return this.#done(event, this.#edits.undo());
    if (event.key === "Escape" && node.data && this.#dismisses(node.data, column.getColId())) return this.#done(event);
    if (event.key === "Delete") return this.#done(event, this.#edits.erase());
    if (event.shiftKey && !isCommand && this.#range.step(event.key)) return this.#done(event);
    if (/^Arrow|^Tab$/.test(event.key)) this.#range.forget();
    if (event.key === " " && node.data && this.#toggles(node.data, column.getColId())) return this.#done(event);
    return isCommand && ["c", "v", "x"].includes(event.key.toLowerCase());
  }

  setDisabled(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    this.#all?.setDisabled(isDisabled);
    this.#api.refreshCells({ force: true, suppressFlash: true });
  }

  /** Other columns are shown. */
  configure(config: GridConfig): void {
    this.#config = config;
    const state = config.columns.map(({ name, hidden, pinned }) => ({
      colId: name,
      hide: hidden === true,
      pinned: sideOf(pinned),
    }));
    // So does the column of the checkboxes, which AG Grid adds.
    const isAnyPinned = config.columns.some(({ pinned }) => pinned === "start");
    const checkboxes = { colId: "ag-Grid-SelectionColumn", pinned: isAnyPinned ? ("left" as const) : null };
    this.#api.applyColumnState({ state: [checkboxes, ...state] });
  }

  /** How it stands on the server: what the page did not bring about, or missed, is made up for. */
  follow(state: GridState): void {
    this.#mark(state.selected);
    const view = viewText(state);
    if (view !== this.#shown) {
      this.#shown = view;
      this.#data = state.data;
      this.#showView(state);
      this.#reload();
    } else if (state.data !== this.#data) {
      this.#data = state.data;
      this.#reload();
    }
  }

  hear(news: GridNews): void {
    this.#data = news.data;
    if (news.kind === "rows") this.#reload();
    else this.#replace(news.rows, news.flash);
  }

  destroy(): void {
    this.#stop.abort();
    this.#look?.stop();
    this.#api.destroy();
  }

  #options(): GridOptions<GridRow> {
    const { columns, selection, block } = this.#config;
    const style = getComputedStyle(this.#host);
    const density = Number(style.getPropertyValue("--tandem-density")) || 1;
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    const rows: { rowSelection?: RowSelectionOptions } =
      selection === "none" ? {} : { rowSelection: selectionOptions(selection) };
    // Stays in sight where other columns do.
    const isPinned = columns.some(({ pinned }) => pinned === "start");
    return {
      theme,
      ...(nonce === undefined ? {} : { styleNonce: nonce }),
      enableRtl: style.direction === "rtl",
      rowHeight: Math.round(36 * density),
      headerHeight: Math.round(38 * density),
      floatingFiltersHeight: Math.round(42 * density),
      columnDefs: columns.map((shape, at) => columnDef(shape, at, this)),
      rowModelType: "infinite",
      getRowId: ({ data }) => data.id,
      datasource: { getRows: (params) => void this.#rows(params) },
      cacheBlockSize: block,
      maxBlocksInCache: 20,
      maxConcurrentDatasourceRequests: -1,
      cacheOverflowSize: 1,
      infiniteInitialRowCount: Math.max(1, this.#store.total),
      rowBuffer: 20,
      ...rows,
      selectionColumnDef: { pinned: isPinned ? "left" : null, ...this.#selectionColumn() },
      readOnlyEdit: true,
      stopEditingWhenCellsLoseFocus: true,
      // Arrows lead through the cells. Were it Tab, who has no mouse would have a hundred thousand rows to leave.
      tabToNextCell: ({ editing, nextCellPosition }) => (editing && nextCellPosition ? nextCellPosition : false),
      enterNavigatesVerticallyAfterEdit: true,
      suppressNoRowsOverlay: true,
      suppressDragLeaveHidesColumns: true,
      suppressContextMenu: true,
      animateRows: false,
      onCellEditRequest: (event) => void this.#entered(event),
      onSortChanged: () => this.#viewChanged(),
      onFilterChanged: () => this.#viewChanged(),
      onRowSelected: (event) => this.#marks?.heard(event),
      onViewportChanged: () => this.#look?.update(),
      onModelUpdated: () => {
        this.#marks?.paint();
        this.#all?.show();
        this.#look?.update();
      },
    };
  }

  #selectionColumn(): ColDef<GridRow> {
    const all = this.#all;
    return {
      suppressKeyboardEvent: (params) => this.takesKey(params.event, params),
      ...(all && {
        headerComponent: AllRowsHeader,
        headerComponentParams: { all },
        suppressHeaderKeyboardEvent: ({ event }) => {
          if (event.key !== " ") return false;
          all.toggle();
          return this.#done(event);
        },
      }),
    };
  }

  async #rows({ startRow, successCallback, failCallback }: IGetRowsParams<GridRow>): Promise<void> {
    try {
      const rows = await this.#store.rows(startRow);
      successCallback([...rows], this.#store.total);
      this.#look?.update({ isAnew: true });
    } catch {
      failCallback();
    }
  }

  /** AG Grid asks for rows some milliseconds after they came in sight; they can be on their way by then. */
  #scrolled({ target }: Event): void {
    if (!(target instanceof Element) || !target.classList.contains("ag-grid-viewport")) return;
    const height = this.#api.getGridOption("rowHeight") ?? 36;
    const first = Math.floor(target.scrollTop / height);
    for (const at of [first, first + Math.ceil(target.clientHeight / height)]) {
      if (at < this.#store.total) this.#store.rows(at).catch(() => {});
    }
  }

  async #entered({ data, column, newValue }: CellEditRequestEvent<GridRow>): Promise<void> {
    const name = column.getColId();
    const at = this.#config.columns.findIndex((shape) => shape.name === name);
    const before = data?.values[at] ?? null;
    // What is as it was is not sent.
    if (!data || String(newValue ?? "") === String(before ?? "")) return;
    await this.#edits.enter([[data.key, name, newValue as string | boolean]]);
  }

  #choosesAll(event: KeyboardEvent): boolean {
    if (!this.#all) return true;
    this.#all.chooseAll();
    return this.#done(event);
  }

  /** What is refused is taken back, and said. */
  async #choose(request: Choice): Promise<void> {
    try {
      await this.#ask(...request);
      this.#edits.tellRefused();
    } catch (error) {
      this.#say(problemOf(error, "This could not be chosen."));
      this.#restate();
    }
  }

  #mark(selected: GridState["selected"]): void {
    this.#marks?.set(selected);
    this.#all?.show();
  }

  #toggles(row: GridRow, name: string): boolean {
    const at = this.#config.columns.findIndex((shape) => shape.name === name);
    if (this.#config.columns[at]?.type !== "boolean" || !this.isOpen(row, at)) return false;
    void this.#edits.enter([[row.key, name, row.values[at] !== true]]);
    return true;
  }

  /** The person sorted or filtered: the server hears of it before it is asked for rows. */
  #viewChanged(): void {
    const view = this.#view();
    const text = viewText(view);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#store.clear();
    // What is refused, as in a table that is disabled, is taken back.
    this.#ask("show", view.sort, view.filter).catch(() => this.#restate());
  }

  #view(): Pick<GridState, "sort" | "filter"> {
    const sorted = this.#api.getColumnState().filter(({ sort }) => sort);
    const sort = sorted
      .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
      .map(({ colId, sort: way }): SortBy =>
        way === "desc" ? { column: colId, descending: true } : { column: colId },
      );
    return { sort, filter: (this.hasFilters ? this.#api.getFilterModel() : {}) as GridState["filter"] };
  }

  #showView({ sort, filter }: Pick<GridState, "sort" | "filter">): void {
    const state = sort.map(({ column, descending }, sortIndex) => ({
      colId: column,
      sort: descending ? ("desc" as const) : ("asc" as const),
      sortIndex,
    }));
    if (viewText(this.#view()) === viewText({ sort, filter })) return;
    this.#api.applyColumnState({ state, defaultState: { sort: null } });
    if (this.hasFilters) this.#api.setFilterModel(filter);
  }

  /** AG Grid keeps the row with the focus, but of contents hears only where they are pressed. */
  #contentFocused({ target }: FocusEvent): void {
    const content = contentAround(target);
    const place = content && placeOf(content);
    if (!place) return;
    const { rowIndex, column } = this.#api.getFocusedCell() ?? {};
    if (rowIndex === place.row && column?.getColId() === place.column) return;
    this.#api.setFocusedCell(place.row, place.column);
    (target as HTMLElement).focus({ preventScroll: true });
  }

  /** What is shown stays until what takes its place has come. */
  #reload(): void {
    this.#store.clear();
    this.#api.refreshInfiniteCache();
  }

  #replace(block: GridBlock, flash: boolean): void {
    for (const { key, ...now } of rowsOf(block)) {
      const row = this.#store.find(key);
      if (!row) continue;
      const own = this.#config.columns.filter(({ name }) => this.#states.get(key, name)?.kind === "saving");
      const changed = this.#config.columns.filter(
        (shape, at) => !own.includes(shape) && row.values[at] !== now.values[at],
      );
      Object.assign(row, now);
      // What is there now is not what was refused.
      for (const { name } of changed) this.#dismisses(row, name);
      const node = this.#api.getRowNode(rowId(key));
      if (!node) continue;
      this.#api.refreshCells({ rowNodes: [node], force: true, suppressFlash: true });
      if (flash) this.#api.flashCells({ rowNodes: [node], columns: changed.map(({ name }) => name) });
    }
  }

  /** The mark of a cell that was refused goes, once it was read. */
  #dismisses({ key }: GridRow, column: string): boolean {
    if (this.#states.get(key, column)?.kind !== "refused") return false;
    this.#states.forget(key, column);
    this.#api.refreshCells({ force: true, suppressFlash: true });
    this.#edits.tellRefused();
    return true;
  }

  #done(event: KeyboardEvent, _work?: Promise<void>): true {
    event.preventDefault();
    return true;
  }

  #say(text: string): void {
    this.#messages.say(text);
  }
}

/** Two are the same when sort and filter are. */
function viewText({ sort, filter }: Pick<GridState, "sort" | "filter">): string {
  const sorts = sort.map(({ column, descending }) => [column, descending === true]);
  return JSON.stringify([sorts, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

const selectionOptions = (mode: "row" | "rows"): RowSelectionOptions =>
  mode === "row"
    ? { mode: "singleRow", checkboxes: true, enableClickSelection: false }
    : { mode: "multiRow", checkboxes: true, headerCheckbox: false, enableClickSelection: false };
