import type { StandardSchemaV1 } from "@standard-schema/spec";
import { GRID_LIMITS, type CellEntry, type GridRequest, type RowKey } from "../../../protocol/grid.ts";

/** Whatever a page may send as a grid's request; what is no such thing is refused before anything is done. */
export const GRID_REQUEST: StandardSchemaV1<unknown, readonly [GridRequest]> = {
  "~standard": {
    version: 1,
    vendor: "tandem",
    validate(args) {
      const request = Array.isArray(args) ? readRequest(args as unknown[]) : undefined;
      return request === undefined ? { issues: [{ message: "This is no request of a grid." }] } : { value: [request] };
    },
  },
};

function readRequest([what, ...rest]: readonly unknown[]): GridRequest | undefined {
  switch (what) {
    case "rows":
      return areRows(rest) ? ["rows", ...rest] : undefined;
    case "show":
      // By the columns that there are, the table itself checks what is in them.
      return rest.length === 2 ? (["show", rest[0], rest[1]] as unknown as GridRequest) : undefined;
    case "edit":
      return rest.length === 1 && areEntries(rest[0]) ? ["edit", rest[0]] : undefined;
    case "undo":
      return rest.length === 0 ? ["undo"] : undefined;
    case "look":
      return rest.length === 1 && isList(rest[0], GRID_LIMITS.looked, isKey) ? ["look", rest[0]] : undefined;
    case "choose":
      return areChoices(rest) ? ["choose", rest[0], rest[1]] : undefined;
    case "chooseAll":
      return rest.length === 1 && typeof rest[0] === "boolean" ? ["chooseAll", rest[0]] : undefined;
    default:
      return undefined;
  }
}

function areRows(rest: readonly unknown[]): rest is [number, number] {
  const [from, to] = rest;
  if (rest.length !== 2 || !Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return false;
  const count = (to as number) - (from as number);
  return (from as number) >= 0 && count > 0 && count <= GRID_LIMITS.rows;
}

const areChoices = (rest: readonly unknown[]): rest is [readonly RowKey[], readonly RowKey[]] =>
  rest.length === 2 && rest.every((keys) => isList(keys, GRID_LIMITS.keys, isKey));

const areEntries = (value: unknown): value is readonly CellEntry[] => isList(value, GRID_LIMITS.cells, isEntry);

const isEntry = (entry: unknown): entry is CellEntry =>
  Array.isArray(entry) &&
  entry.length === 3 &&
  isKey(entry[0]) &&
  typeof entry[1] === "string" &&
  (entry[2] === null || typeof entry[2] === "boolean" || isKey(entry[2]));

const isKey = (value: unknown): value is RowKey =>
  typeof value === "string" ? value.length <= GRID_LIMITS.text : typeof value === "number" && Number.isFinite(value);

const isList = <T>(value: unknown, most: number, isItem: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.length <= most && value.every(isItem);
