import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite, { type Database } from "node-sqlite3-wasm";
import { seed } from "./seed.ts";

const SCHEMA = `
  create table if not exists people (
    id text primary key, name text not null, role text not null, password text not null
  );
  create table if not exists logins (token text primary key, person text not null, expires integer not null);
  create table if not exists products (
    id integer primary key, sku text not null unique, name text not null, category text not null,
    price real not null, stock integer not null, active integer not null, added text not null
  );
  create table if not exists journal (
    id integer primary key, at text not null, who text not null, action text not null, what text not null
  );
`;

let opened: Database | undefined;

/**
 * The database, opened when it is first needed: the file that `ADMIN_DATABASE` names, or one that goes with the
 * process. A new one gets something to show.
 */
export function database(): Database {
  if (opened !== undefined) return opened;
  opened = new sqlite.Database(process.env["ADMIN_DATABASE"] ?? newFile());
  opened.exec(SCHEMA);
  if (opened.get("select 1 from people limit 1") === null) seed(opened);
  return opened;
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-admin-"));
  process.once("exit", () => {
    opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, "admin.sqlite");
}

/** All of it or nothing: what throws leaves the database as it was. */
export function transaction<T>(work: () => T): T {
  const file = database();
  file.exec("begin immediate");
  try {
    const result = work();
    file.exec("commit");
    return result;
  } catch (error) {
    file.exec("rollback");
    throw error;
  }
}

/** Rows as this app's types have them: SQLite knows no booleans, and the queries say what comes. */
export const all = <Row>(
  sql: string,
  values: readonly (string | number)[] = [],
): Row[] => database().all(sql, [...values]) as unknown as Row[];

export const one = <Row>(
  sql: string,
  values: readonly (string | number)[] = [],
): Row | undefined =>
  (database().get(sql, [...values]) ?? undefined) as Row | undefined;

export const run = (sql: string, values: readonly (string | number)[]) =>
  database().run(sql, [...values]);
