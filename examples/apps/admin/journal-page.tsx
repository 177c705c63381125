import { DataTable } from "tandem/ui";
import { journal } from "./journal.ts";

/** What was done, by whom. It can be searched and taken along, and never changed. */
export const JournalPage = () => (
  <DataTable
    virtual
    label="Journal"
    rows={journal}
    height="max(24rem, 100dvh - 13rem)"
    filters
    exportName="journal.csv"
    columns={[
      {
        key: "at",
        title: "When (UTC)",
        width: 190,
        sortable: false,
        filterable: false,
      },
      { key: "who", width: 180, sortable: false },
      { key: "action", title: "Did", width: 140, sortable: false },
      { key: "what", sortable: false },
    ]}
  />
);
