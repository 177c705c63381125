import { rowSource } from "tandem/ui";
import { all, one, run } from "./database.ts";

/** Something that somebody did. */
export interface Entry {
  id: number;
  at: string;
  who: string;
  action: string;
  what: string;
}

const part = (
  filter: Readonly<Record<string, unknown>>,
  column: string,
): string => `%${String(filter[column] ?? "").replace(/[%_\\]/g, "\\$&")}%`;

const WHERE = String.raw`where who like ? escape '\' and action like ? escape '\' and what like ? escape '\'`;
const values = (filter: Readonly<Record<string, unknown>>) =>
  ["who", "action", "what"].map((name) => part(filter, name));

/** All that was done, the latest first. Nobody can change it. */
export const journal = rowSource<Entry>({
  key: "id",
  rows: ({ from, to, filter }) =>
    all(`select * from journal ${WHERE} order by id desc limit ? offset ?`, [
      ...values(filter),
      to - from,
      from,
    ]),
  count: ({ filter }) =>
    one<{ count: number }>(
      `select count(*) count from journal ${WHERE}`,
      values(filter),
    )!.count,
  find: (id) => one("select * from journal where id = ?", [Number(id)]),
});

/** Writes down what somebody does, in the transaction that it is done in. */
export function note(who: string, action: string, what: string): void {
  const at = new Date().toISOString().replace("T", " ").slice(0, 19);
  run("insert into journal (at, who, action, what) values (?, ?, ?, ?)", [
    at,
    who,
    action,
    what,
  ]);
  journal.reset();
}
