import type { Column } from "./column.ts";

/** All of a file, by columns. */
export interface Frame {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** What was put right while it was read, in sentences. */
  readonly notes: readonly string[];
  /** How long that took, in milliseconds. */
  readonly took: number;
}

const DAY = 86_400_000;

/** A value as people read it; nothing where there is none. */
export function textAt(column: Column, row: number): string {
  if (column.words !== null) return column.words.at(row);
  return numberText(column, column.numbers![row]!);
}

export function numberText(
  { type, name }: Pick<Column, "type" | "name">,
  value: number,
): string {
  if (Number.isNaN(value)) return "";
  switch (type) {
    case "boolean":
      return value === 1 ? "yes" : "no";
    case "date":
      return new Date(value)
        .toISOString()
        .slice(0, value % DAY === 0 ? 10 : 16)
        .replace("T", " ");
    case "integer":
      // A year, or what names something, has no thousands.
      return /year|id$|code|zip/i.test(name)
        ? String(value)
        : whole.format(value);
    default:
      return fraction.format(value);
  }
}

const whole = new Intl.NumberFormat("en");
const fraction = new Intl.NumberFormat("en", { maximumSignificantDigits: 8 });

/** A value as files have it. */
export function plainAt(
  column: Column,
  row: number,
): string | number | boolean | null {
  if (column.words !== null) return column.words.at(row) || null;
  const value = column.numbers![row]!;
  if (Number.isNaN(value)) return null;
  if (column.type === "boolean") return value === 1;
  return column.type === "date"
    ? new Date(value).toISOString().replace("T00:00:00.000Z", "")
    : value;
}

export const columnNamed = (frame: Frame, name: string): Column | undefined =>
  frame.columns.find((column) => column.name === name);

export const isNumeric = ({ type }: Column): boolean =>
  type === "integer" || type === "number";
