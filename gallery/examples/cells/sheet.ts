import { computed, signal, type ReadonlySignal, type Signal } from "tandem";
import { FormulaError, parseFormula, type Formula } from "./formula.ts";

export const COLUMNS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
export const ROWS = Array.from({ length: 100 }, (_, row) => row);

/** What a cell shows: a number, a text, or why it can show neither. */
export type CellValue = number | string | FormulaError;

export interface Cell {
  /** As typed: a number, a text, or a formula that begins with `=`. */
  readonly source: Signal<string>;
  readonly content: ReadonlySignal<CellValue | Formula>;
  readonly value: ReadonlySignal<CellValue>;
}

/** Gives cells by name. What depends on what is kept nowhere: values are computed. */
export function makeSheet(
  rows: readonly (readonly string[])[],
): (name: string) => Cell {
  const cells = new Map<string, Cell>();

  function cellAt(name: string): Cell {
    let cell = cells.get(name);
    if (cell === undefined) cells.set(name, (cell = makeCell(name)));
    return cell;
  }

  function makeCell(name: string): Cell {
    const source = signal(
      rows[Number(name.slice(1))]?.[COLUMNS.indexOf(name[0]!)] ?? "",
    );
    const content = computed(() => orError(() => parse(source.value)));
    const value = computed(() =>
      orError(() => {
        if (!isFormula(content.value)) return content.value;
        if (leadsTo(name, content.value)) throw new FormulaError("#CYCLE");
        return content.value.reckon(numberIn);
      }),
    );
    return { source, content, value };
  }

  function numberIn(name: string): number {
    const value = cellAt(name).value.value;
    if (value instanceof FormulaError) throw value;
    return typeof value === "number" ? value : 0;
  }

  /** Goes by the names in formulas, as asking for values might go round for ever. */
  function leadsTo(wanted: string, formula: Formula): boolean {
    const names = new Set(formula.cells);
    // A set that grows while it is gone through is gone through to its end.
    for (const name of names) {
      const content = cellAt(name).content.value;
      if (isFormula(content)) for (const next of content.cells) names.add(next);
    }
    return names.has(wanted);
  }

  return cellAt;
}

function parse(source: string): Formula | CellValue {
  if (source.startsWith("=")) return parseFormula(source.slice(1));
  const isNumber = source.trim() !== "" && Number.isFinite(Number(source));
  return isNumber ? Number(source) : source;
}

function orError<T>(make: () => T): T | FormulaError {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}

const isFormula = (content: CellValue | Formula): content is Formula =>
  typeof content === "object" && !(content instanceof FormulaError);
