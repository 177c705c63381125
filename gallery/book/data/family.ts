import type { BookFamily } from "../entry.ts";
import chart from "./chart.tsx";
import dataTable from "./data-table.tsx";
import streamChart from "./stream-chart.tsx";

export const data: BookFamily = {
  path: "data",
  title: "Data",
  entries: [dataTable, chart, streamChart],
};
