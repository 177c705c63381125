import { session } from "tandem";
import { Alert, Button, Menu, Tabs } from "tandem/ui";
import { csvOf, jsonOf } from "../data/export.ts";
import type { Frame } from "../data/frame.ts";
import { SessionData } from "../session-data.ts";
import { ChartPanel } from "./chart-panel.tsx";
import { ColumnList } from "./column-list.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { RowTable } from "./row-table.tsx";

/** One file, opened: what passes the filters, as a table and as a chart. */
export function Workbench({
  frame,
  close,
}: {
  frame: Frame;
  close: () => void;
}) {
  const data = new SessionData(frame);
  const whole = frame.rowCount.toLocaleString("en");
  const title = frame.name.replace(/\.\w+$/, "");
  const exported = (kind: "csv" | "json") => {
    const written = kind === "csv" ? csvOf : jsonOf;
    session.saveFile(
      async () => written(frame, await data.ordered()),
      `${title}.${kind}`,
    );
  };
  return (
    <main>
      <header>
        <h1>{frame.name}</h1>
        <p class="facts" role="status">
          {() => {
            const count = data.rows.value.length;
            return count === frame.rowCount
              ? `${whole} rows`
              : `${count.toLocaleString("en")} of ${whole} rows`;
          }}
          {`, ${frame.columns.length} columns, read in ${(frame.took / 1_000).toFixed(1)} s`}
          {() => data.isBusy() && " · working …"}
        </p>
        <div class="actions">
          <Menu
            label="Export"
            items={[
              {
                label: "As CSV",
                icon: "filetype-csv",
                onSelect: () => exported("csv"),
              },
              {
                label: "As JSON",
                icon: "filetype-json",
                onSelect: () => exported("json"),
              },
            ]}
          />
          <Button onClick={close}>Another file</Button>
        </div>
      </header>
      {frame.notes.length > 0 && (
        <Alert kind="warning" closeable title="What was put right">
          <ul class="notes">
            {frame.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </Alert>
      )}
      <FilterBar data={data} />
      <Tabs
        label="Views"
        tabs={[
          {
            name: "table",
            label: "Table",
            icon: "table",
            content: () => <RowTable data={data} />,
          },
          {
            name: "chart",
            label: "Chart",
            icon: "bar-chart",
            content: () => <ChartPanel data={data} />,
          },
          {
            name: "columns",
            label: "Columns",
            icon: "list-columns",
            content: () => <ColumnList data={data} />,
          },
        ]}
      />
    </main>
  );
}
