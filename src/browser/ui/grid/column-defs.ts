import type { CellClassParams, ColDef, SuppressKeyboardEventParams } from "ag-grid-community";
import type { CellValue, GridColumn } from "../../../protocol/grid.ts";
import type { CellState } from "./cell-states.ts";
import { CellEditor } from "./cell-editor.ts";
import { cellText } from "./cell-text.ts";
import { CheckboxCell } from "./checkbox-cell.ts";
import { ContentRenderer } from "./content-cell.ts";
import { FilterInputs, HeldFilter } from "./filter-inputs.ts";
import type { GridRow } from "./grid-row.ts";
import { RefusedCell, type RefusedParams } from "./refused-cell.ts";

/** What columns need of the grid that they stand in. */
export interface ColumnHost {
  readonly hasFilters: boolean;
  stateOf(row: GridRow, column: string): CellState | undefined;
  /** The id of an element that says why a cell was refused. */
  described(problem: string): string;
  isOpen(row: GridRow, at: number): boolean;
  isInRange(row: number, column: string): boolean;
  /** Whether the grid takes a key itself, instead of AG Grid. */
  takesKey(event: KeyboardEvent, params: SuppressKeyboardEventParams<GridRow>): boolean;
}

export type GridColDef = ColDef<GridRow, CellValue>;

/** A column for AG Grid; `at` is its place in each row's values. */
export function columnDef(shape: GridColumn, at: number, host: ColumnHost): GridColDef {
  const valueOf = (row: GridRow | undefined): CellValue => {
    if (!row) return null;
    const state = host.stateOf(row, shape.name);
    return state?.kind === "saving" ? state.entered : (row.values[at] ?? null);
  };
  const textOf = (row: GridRow | undefined): string => {
    if (!row) return "";
    const isSaving = host.stateOf(row, shape.name)?.kind === "saving";
    return (isSaving ? undefined : row.texts[at]) ?? cellText(shape, valueOf(row));
  };
  const isOpen = (row: GridRow | undefined) => row !== undefined && host.isOpen(row, at);
  return {
    colId: shape.name,
    headerName: shape.title,
    cellDataType: false,
    valueGetter: ({ data }) => valueOf(data),
    valueFormatter: ({ data }) => textOf(data),
    ...looks(shape, at, host),
    ...widths(shape),
    sortable: shape.sortable === true,
    comparator: () => 0,
    ...filters(shape, host),
    editable: ({ data }) => isOpen(data),
    cellEditor: CellEditor,
    cellEditorParams: { shape },
    ...renderers(shape, {
      isOpen,
      stateOf: (row: GridRow) => host.stateOf(row, shape.name),
      described: (problem) => host.described(problem),
    }),
    suppressKeyboardEvent: (params) => host.takesKey(params.event, params),
  };
}

interface RendererParams extends RefusedParams {
  readonly isOpen: (row: GridRow | undefined) => boolean;
}

/** Text needs none, but where it says why it was refused. */
function renderers({ rendered, type }: GridColumn, params: RendererParams): GridColDef {
  if (rendered) return { cellRenderer: ContentRenderer };
  if (type === "boolean") return { cellRenderer: CheckboxCell, cellRendererParams: params };
  return {
    cellRendererSelector: ({ data }) =>
      data && params.stateOf(data)?.kind === "refused" ? { component: RefusedCell, params } : undefined,
  };
}

function looks({ name, align }: GridColumn, at: number, host: ColumnHost): GridColDef {
  const state = ({ data }: CellClassParams<GridRow>) => (data ? host.stateOf(data, name)?.kind : undefined);
  return {
    headerClass: `tandem-grid-${align}`,
    cellClass: ({ data }) => [`tandem-grid-${align}`, ...(data?.marks.get(at)?.[0].split(" ") ?? [])].filter(Boolean),
    cellStyle: ({ data }) => styleOf(data?.marks.get(at)?.[1] ?? ""),
    cellClassRules: {
      "tandem-grid-loading": ({ data }) => data === undefined,
      "tandem-grid-saving": (params) => state(params) === "saving",
      "tandem-grid-refused": (params) => state(params) === "refused",
      "tandem-grid-range": ({ rowIndex }) => host.isInRange(rowIndex, name),
      "tandem-grid-fixed": ({ data }) => data?.fixed.has(at) === true,
    },
  };
}

/** The text of a style attribute, as AG Grid takes it. */
function styleOf(text: string): Record<string, string> | undefined {
  if (text === "") return undefined;
  const { style } = document.createElement("i");
  style.cssText = text;
  return Object.fromEntries(Array.from(style, (property) => [property, style.getPropertyValue(property)]));
}

/** AG Grid's left is where rows start, also from right to left. */
export const sideOf = (pinned: GridColumn["pinned"]): "left" | "right" | null =>
  pinned === undefined ? null : pinned === "start" ? "left" : "right";

function widths({ width, pinned, hidden }: GridColumn): GridColDef {
  return {
    ...(width === undefined ? { flex: 1, minWidth: 120 } : { width, minWidth: 48 }),
    pinned: sideOf(pinned),
    hide: hidden === true,
  };
}

function filters(shape: GridColumn, { hasFilters }: ColumnHost): GridColDef {
  if (!hasFilters || !shape.filterable) return {};
  return {
    filter: HeldFilter,
    floatingFilter: true,
    floatingFilterComponent: FilterInputs,
    floatingFilterComponentParams: { shape },
    suppressFloatingFilterButton: true,
    suppressHeaderFilterButton: true,
    suppressHeaderMenuButton: true,
  };
}
