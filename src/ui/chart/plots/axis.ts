import type { Column } from "../chart-data.ts";
import { Categories, kindOf, precisionOf, titleOf, toNumber, toTime } from "../values.ts";
import type { AxisWire } from "../wire.ts";

/** An axis, and where along it a row is. */
export interface PlacedAxis {
  readonly axis: AxisWire;
  readonly places: readonly (number | null)[];
}

/** Reads a column as an axis of the type that was asked for, or else of the one that its values have. */
export function placeAlong(column: Column, type: AxisWire["type"] | undefined, areCategories = false): PlacedAxis {
  const title = titleOf(column);
  const rows = Array.from({ length: column.length }, (_, row) => row);
  switch (type ?? typeOf(column, areCategories)) {
    case "category": {
      const categories = new Categories(column);
      const axis = { type: "category", title, categories: categories.names } as const;
      return { axis, places: rows.map((row) => categories.position(column.at(row))) };
    }
    case "time": {
      const places = rows.map((row) => toTime(column.at(row)));
      return { axis: { type: "time", title, precision: precisionOf(places) }, places };
    }
    case "log":
      return { axis: { type: "log", title }, places: rows.map((row) => toNumber(column.at(row))) };
    case "value":
      return { axis: { type: "value", title }, places: rows.map((row) => toNumber(column.at(row))) };
  }
}

/** Bars and the like stand on names, also where these are numbers. */
function typeOf(column: Column, areCategories: boolean): "category" | "time" | "value" {
  const kind = kindOf(column);
  if (kind === "time") return "time";
  return kind === "category" || areCategories ? "category" : "value";
}
