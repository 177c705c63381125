import type { TableState } from "../table-state.ts";

/** What a row is called when it is read out: what its first column shows. */
export const rowName = <Row extends object>({ columns }: TableState<Row>, row: Row): string =>
  columns.find(({ isOnlyRendered }) => !isOnlyRendered)?.text(row) ?? "this row";
