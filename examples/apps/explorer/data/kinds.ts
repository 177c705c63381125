import type { Cell } from "../read/batch.ts";

export type ColumnType =
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "category"
  | "text";

/** What one value can be read as. */
export type CellKind =
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "text"
  | "missing";

/** In columns of numbers, dates and yes or no these are nothing; among words they are themselves. */
const MISSING = new Set([
  "",
  "NA",
  "N/A",
  "n/a",
  "null",
  "NULL",
  "NaN",
  "nan",
  "-",
  ".",
]);
/** No zero in front: "007" is a name. */
/** Longer than numbers are exact. */
const LONG = /^[+-]?\d{16,}$/;
const INTEGER = /^[+-]?(?:0|[1-9]\d{0,14})$/;
const NUMBER = /^[+-]?(?:0|[1-9]\d*)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const ISO =
  /^\d{4}[-/]\d\d?[-/]\d\d?(?:[T ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?$/;
const WRITTEN =
  /^(?:[A-Z][a-z]{2,8}\.? \d\d?,? \d{4}|\d\d? [A-Z][a-z]{2,8}\.? \d{4})$/;

export function kindOfCell(cell: Cell | undefined): CellKind {
  if (cell === null || cell === undefined) return "missing";
  if (typeof cell === "number")
    return Number.isInteger(cell) ? "integer" : "number";
  if (typeof cell === "boolean") return "boolean";
  return cell.length > 40 ? "text" : kindOfText(cell.trim());
}

function kindOfText(text: string): CellKind {
  if (MISSING.has(text)) return "missing";
  const first = text.charCodeAt(0);
  // A digit, a sign or a point.
  if (first <= 0x39) {
    if (INTEGER.test(text)) return "integer";
    if (LONG.test(text)) return "text";
    if ((NUMBER.test(text) && /\d/.test(text)) || GROUPED.test(text))
      return "number";
    return ISO.test(text) && !Number.isNaN(timeOf(text))
      ? "date"
      : WRITTEN.test(text) && !Number.isNaN(timeOf(text))
        ? "date"
        : "text";
  }
  if (/^(?:true|false|yes|no)$/i.test(text)) return "boolean";
  return WRITTEN.test(text) && !Number.isNaN(timeOf(text)) ? "date" : "text";
}

/** Of what is an integer or a number. */
export const numberOf = (cell: Cell): number =>
  typeof cell === "string"
    ? Number(cell.includes(",") ? cell.replaceAll(",", "") : cell)
    : Number(cell);

export const booleanOf = (cell: Cell): boolean =>
  typeof cell === "string" ? /^\s*(?:true|yes)\s*$/i.test(cell) : Boolean(cell);

/** Milliseconds since the epoch; in UTC unless the text says otherwise. NaN for no date. */
export function timeOf(cell: Cell): number {
  const text = String(cell).trim();
  // Asked for its kind, and then for itself; and days come in a row.
  if (text !== lastText) [lastText, lastTime] = [text, parsedTime(text)];
  return lastTime;
}

let lastText = "";
let lastTime = NaN;

function parsedTime(text: string): number {
  if (WRITTEN.test(text)) return Date.parse(`${text.replace(".", "")} UTC`);
  const [, year, month, day, time = "", zone = ""] =
    /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ](\d\d?:\d\d(?::\d\d(?:\.\d+)?)?))? ?(Z|[+-]\d\d:?\d\d)?$/.exec(
      text,
    ) ?? [];
  if (year === undefined) return NaN;
  // Otherwise 30 February would be 1 March.
  if (
    new Date(
      Date.UTC(Number(year), Number(month) - 1, Number(day)),
    ).getUTCDate() !== Number(day)
  )
    return NaN;
  const two = (part: string) => part.padStart(2, "0");
  const clock =
    time === "" ? "00:00" : time.length % 3 === 1 ? `0${time}` : time;
  return Date.parse(
    `${year}-${two(month!)}-${two(day!)}T${clock}${zone === "" ? "Z" : zone.replace(/(\d\d)(\d\d)$/, "$1:$2")}`,
  );
}

/** Which type a column needs for all that was seen in it. */
export class KindTally {
  readonly #seen = new Set<CellKind>();

  add(kind: CellKind): void {
    if (kind !== "missing") this.#seen.add(kind);
  }

  /** Whether it is text, whatever else comes. */
  get isText(): boolean {
    return this.#seen.has("text");
  }

  /** Words stand for categories here, too. */
  get type(): "integer" | "number" | "boolean" | "date" | "text" {
    const seen = [...this.#seen];
    const [only] = seen;
    if (seen.length === 1 && only !== undefined && only !== "missing")
      return only;
    return seen.length > 0 &&
      seen.every((kind) => kind === "integer" || kind === "number")
      ? "number"
      : "text";
  }
}
