import { computed, signal, type ReadonlySignal, type Signal } from "tandem";
import { FormulaError, parseFormula, type Formula } from "./formula.ts";

export const COLUMNS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
export const ROWS = Array.from({ length: 100 }, (_, row) => row);

/** What a cell shows: a number, a text, or why it can show neither. */
export type CellValue = number | string | FormulaError;

export interface Cell {
  /** As typed: a number, a text, or a formula that begins with `=`. */
  readonly source: Signal<string>;
  readonly value: ReadonlySignal<CellValue>;
}

/** Gives cells by name. Nobody keeps what depends on what: values are computed. */
export function makeSheet(
  rows: readonly (readonly string[])[],
): (name: string) => Cell {
  const cells = new Map<string, Cell>();
  /** The cells being computed now, each asked for by the one before. */
  const path: Cell[] = [];

  function makeCell(name: string): Cell {
    const source = signal(
      rows[Number(name.slice(1))]?.[COLUMNS.indexOf(name[0]!)] ?? "",
    );
    const parsed = computed(() => parse(source.value));
    const value = computed(() => {
      path.push(cell);
      try {
        const content = parsed.value;
        return typeof content === "function" ? content(numberIn) : content;
      } catch (error) {
        if (error instanceof FormulaError) return error;
        throw error;
      } finally {
        path.pop();
      }
    });
    const cell: Cell = { source, value };
    return cell;
  }

  function numberIn(name: string): number {
    const cell = cellAt(name);
    if (path.includes(cell)) throw cycle(path);
    const value = cell.value.value;
    if (value instanceof FormulaError) throw value;
    return typeof value === "number" ? value : 0;
  }

  function cellAt(name: string): Cell {
    let cell = cells.get(name);
    if (cell === undefined) cells.set(name, (cell = makeCell(name)));
    return cell;
  }

  return cellAt;
}

/** Reads the sources of all cells in the circle, to be asked again when one changes. */
function cycle(path: readonly Cell[]): FormulaError {
  for (const cell of path) void cell.source.value;
  return new FormulaError("#CYCLE");
}

function parse(source: string): Formula | CellValue {
  if (source.startsWith("=")) return parseFormula(source.slice(1));
  const isNumber = source.trim() !== "" && Number.isFinite(Number(source));
  return isNumber ? Number(source) : source;
}
