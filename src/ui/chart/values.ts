import type { TimePrecision } from "../../core/value-format.ts";
import type { ChartValue, Column } from "./chart-data.ts";

const DAY = 86_400_000;
const ISO = /^[+-]?\d{4,6}-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?$/;

/** What the values of a column are, by those that are there. */
export type ValueKind = "number" | "time" | "category";

/** Numbers, or times, or words: a column is what all of its values are. An empty one is of numbers. */
export function kindOf({ length, at }: Column): ValueKind {
  let kind: ValueKind | undefined;
  for (let row = 0; row < length; row++) {
    const value = at(row);
    if (value === null || value === undefined) continue;
    const found = kindOfValue(value);
    if (found === "category" || (kind !== undefined && kind !== found)) return "category";
    kind = found;
  }
  return kind ?? "number";
}

function kindOfValue(value: ChartValue): ValueKind {
  if (typeof value === "number") return "number";
  if (value instanceof Date) return "time";
  return typeof value === "string" && ISO.test(value) ? "time" : "category";
}

/** A number for an axis of numbers; `null` for what is none. */
export function toNumber(value: ChartValue): number | null {
  const number = value instanceof Date ? value.getTime() : typeof value === "boolean" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** Milliseconds since the epoch; `null` for what is no time. Without a zone it is in UTC, the same for everyone. */
export function toTime(value: ChartValue): number | null {
  if (typeof value !== "string") return toNumber(value);
  const time = Date.parse(
    /[T ]/.test(value) && !/Z|[+-]\d\d:?\d\d$/.test(value) ? `${value.replace(" ", "T")}Z` : value,
  );
  return Number.isFinite(time) ? time : null;
}

/** How a category is shown and told from others. */
export const toCategory = (value: ChartValue): string =>
  value === null || value === undefined ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

/** How fine times are: what none of them says is not shown. */
export function precisionOf(times: readonly (number | null)[]): TimePrecision {
  const all = (isSo: (time: number) => boolean) => times.every((time) => time === null || isSo(time));
  if (!all((time) => time % DAY === 0)) return all((time) => time % 60_000 === 0) ? "minute" : "second";
  if (!all((time) => new Date(time).getUTCDate() === 1)) return "day";
  return all((time) => new Date(time).getUTCMonth() === 0) ? "year" : "month";
}

/** Positions of categories: by first appearance, or in order where all are numbers. */
export class Categories {
  readonly names: readonly string[];
  readonly #positions = new Map<string, number>();

  constructor(column: Column, order?: readonly string[]) {
    const found = new Set(order);
    let areNumbers = order === undefined;
    for (let row = 0; row < column.length; row++) {
      const value = column.at(row);
      if (value === null || value === undefined) continue;
      areNumbers &&= typeof value === "number";
      found.add(toCategory(value));
    }
    this.names = areNumbers ? [...found].sort((a, b) => Number(a) - Number(b)) : [...found];
    for (const [position, name] of this.names.entries()) this.#positions.set(name, position);
  }

  position(value: ChartValue): number | null {
    return value === null || value === undefined ? null : (this.#positions.get(toCategory(value)) ?? null);
  }
}

/** A column's name as people read it. */
export const titleOf = ({ name }: Pick<Column, "name">): string => name.replace(/_+/g, " ").trim();
