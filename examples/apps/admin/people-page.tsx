import { signal, UserFacingError } from "tandem";
import { DataTable, type CellEdit } from "tandem/ui";
import { here, need, people, ROLES, type Account } from "./accounts.ts";
import { run, transaction } from "./database.ts";
import { note } from "./journal.ts";

/** Who may do what; for those who manage it. */
export function PeoplePage({ changed }: { changed: (id: string) => void }) {
  const rows = signal(people());
  return (
    <DataTable
      label="People"
      rows={rows}
      columns={[
        { key: "name", editable: true, required: true, maxLength: 60 },
        { key: "id", title: "Signs in as" },
        {
          key: "role",
          type: "select",
          options: ROLES,
          editable: ({ id }) => id !== here().id,
          required: true,
        },
      ]}
      onEdit={(edit) => {
        saveAccount(edit);
        changed(String(edit.key));
      }}
    />
  );
}

function saveAccount({ row, column, value }: CellEdit<Account>): void {
  const admin = need("manage");
  if (column === "id") throw new UserFacingError("Names to sign in with stay.");
  if (column === "role" && row.id === admin.id)
    throw new UserFacingError("Have another admin change your role.");
  transaction(() => {
    run(`update people set ${column} = ? where id = ?`, [value, row.id]);
    note(admin.name, "changed", `${row.name}: ${column} is ${value}`);
  });
}
