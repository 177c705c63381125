import { randomInt } from "node:crypto";
import { signal, type Signal } from "tandem";
import { Table } from "./game.ts";

const MOST_TABLES = 200;
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** All tables there are, for all sessions. */
export const tables: Signal<readonly Table[]> = signal([]);

/** Makes a table whose address cannot be guessed; nothing where there are too many. */
export function openTable(): Table | undefined {
  if (tables.peek().length >= MOST_TABLES) return undefined;
  const table = new Table(
    Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join(
      "",
    ),
  );
  tables.update((all) => [...all, table]);
  return table;
}

export const findTable = (id: string): Table | undefined =>
  tables.peek().find((table) => table.id === id);

/** A table that nobody is at any more is put away. */
export function putAway(table: Table): void {
  if (table.people.peek().length === 0)
    tables.update((all) => all.filter((each) => each !== table));
}
