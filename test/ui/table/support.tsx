import { mount, type MountedApp, type MountOptions } from "tandem/testing";
import { DataTable, type DataTableProps } from "tandem/ui";
import type { Component } from "tandem";

export interface Bike {
  id: number;
  model: string;
  price: number | null;
  kind: string;
  sold: boolean;
  day: string | null;
}

export const BIKES: readonly Bike[] = [
  { id: 1, model: "Roadster", price: 1_250, kind: "city", sold: false, day: "2026-03-01" },
  { id: 2, model: "gravel king", price: 2_100, kind: "gravel", sold: true, day: "2026-01-15" },
  { id: 3, model: "Alpin", price: null, kind: "road", sold: false, day: null },
  { id: 4, model: "Bolt", price: 900, kind: "city", sold: true, day: "2026-02-10" },
];

export const KINDS = [
  { value: "city", label: "City bike" },
  { value: "road", label: "Road bike" },
  { value: "gravel", label: "All roads" },
];

export const COLUMNS: DataTableProps<Bike>["columns"] = [
  { key: "model" },
  { key: "price", type: "number" },
  { key: "kind", type: "select", options: KINDS },
  { key: "sold", type: "boolean" },
  { key: "day", type: "date" },
];

export const EDITABLE: DataTableProps<Bike>["columns"] = [
  { key: "model", editable: true, required: true, maxLength: 12 },
  { key: "price", type: "number", editable: true, min: 0, step: 0.5 },
  { key: "kind", type: "select", options: KINDS, editable: true, required: true },
  { key: "sold", type: "boolean", editable: true },
  { key: "day", type: "date", editable: ({ sold }) => sold, min: "2026-01-01" },
];

/** A table of bikes, in a page without a browser. */
export function mountTable(props: Partial<DataTableProps<Bike>> = {}, options: MountOptions = {}): Promise<MountedApp> {
  const Root: Component = () => <DataTable label="Bikes" rows={BIKES} columns={COLUMNS} {...props} />;
  return mount(Root, options);
}

/** The texts of a column's cells, from 1, top to bottom; what is in a control where a cell is one. */
export function cells(app: MountedApp, column = 1): string[] {
  return [...app.document.querySelectorAll(`tbody tr > :nth-child(${column})`)].map((cell) => {
    const control = cell.querySelector<HTMLInputElement>("input, select");
    return control?.value ?? cell.textContent ?? "";
  });
}

export const summary = (app: MountedApp): string =>
  app.document.querySelector(".tandem-table-foot [role=status]")?.textContent ?? "";
