import type { CellValue, GridColumn } from "../../../protocol/grid.ts";

/** What a cell shows, where the server has not said. */
export function cellText({ type, options }: GridColumn, value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (type === "boolean") return value ? "Yes" : "No";
  return options?.find((option) => option.value === value)?.label ?? String(value);
}
