import { app, type Component } from "tandem";
import { RowsPage } from "./rows-page.tsx";

/** The table with the buttons of js-framework-benchmark. */
const Table: Component = () => {
  const page = new RowsPage();
  return (
    <main>
      <button id="run" onClick={() => page.create(1_000)}>
        Create 1,000 rows
      </button>
      <button id="runlots" onClick={() => page.create(10_000)}>
        Create 10,000 rows
      </button>
      <button id="add" onClick={() => page.append(1_000)}>
        Append 1,000 rows
      </button>
      <button id="update" onClick={() => page.updateEvery10th()}>
        Update every 10th row
      </button>
      <button id="clear" onClick={() => page.clear()}>
        Clear
      </button>
      <button id="swaprows" onClick={() => page.swap()}>
        Swap rows
      </button>
      <page.root />
    </main>
  );
};

export const TableApp = app(Table, { title: "Rows" });
