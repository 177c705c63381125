import { createHash, randomBytes } from "node:crypto";
import { session, UserFacingError } from "tandem";
import { all, one, run } from "./database.ts";
import { note } from "./journal.ts";
import { matches } from "./passwords.ts";

export const ROLES = ["viewer", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  id: string;
  name: string;
  role: Role;
}

/** Who is not signed in. */
export const GUEST = {
  id: "(guest)",
  name: "Guest",
  role: "viewer",
} satisfies Account;

export const COOKIE = "admin-login";
/** Hours that a login lasts. */
const LASTS = 12;
/** Wrong passwords in a row, for one name, before it has to wait. */
const MOST_TRIES = 5;
const PAUSE = 60_000;

/** Names that are guessed at random must not fill the memory. */
const MOST_NAMES = 10_000;

const tries = new Map<string, { count: number; until: number }>();

/** Counts a try before it is known how it ends: those that are made at once count one by one. */
function countTry(id: string): void {
  const { count, until } = tries.get(id) ?? { count: 0, until: 0 };
  const now = Date.now();
  if (count >= MOST_TRIES && until > now) {
    throw new UserFacingError(
      "Too many wrong passwords. Wait a minute, and try again.",
    );
  }
  // The name that was tried longest ago goes first.
  tries.delete(id);
  if (tries.size >= MOST_NAMES) tries.delete(tries.keys().next().value!);
  tries.set(id, { count: count + 1, until: now + PAUSE });
}

/** The secret of a new login, for whoever gives the right password. What is kept of it is its hash. */
export async function logIn(id: string, password: string): Promise<string> {
  countTry(id);
  const found = one<Account & { password: string }>(
    "select * from people where id = ?",
    [id],
  );
  if (!(await matches(password, found?.password)))
    throw new UserFacingError("That is not the right name and password.");
  tries.delete(id);
  const secret = randomBytes(24).toString("base64url");
  run("delete from logins where expires < ?", [Date.now()]);
  run("insert into logins values (?, ?, ?)", [
    hashOf(secret),
    id,
    Date.now() + LASTS * 3_600_000,
  ]);
  note(found!.name, "signed in", "");
  return secret;
}

export const logOut = (id: string) =>
  run("delete from logins where person = ?", [id]);

/** Who has this secret; a guest for any other. */
export function accountOf(secret: string | undefined): Account {
  if (secret === undefined) return GUEST;
  const sql =
    "select id, name, role from people join logins on person = id where token = ? and expires > ?";
  return one<Account>(sql, [hashOf(secret), Date.now()]) ?? GUEST;
}

const hashOf = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

/** Who is at this session. */
export const here = (): Account => session.user as Account;

/** What roles may do. */
export type Right = "look" | "edit" | "manage";

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  viewer: ["look"],
  editor: ["look", "edit"],
  admin: ["look", "edit", "manage"],
};

/** Whether somebody may do something, by the role that they have now, whatever they had when they signed in. */
export function may(account: Account, right: Right): boolean {
  const now = one<Account>("select role from people where id = ?", [
    account.id,
  ]);
  return now !== undefined && RIGHTS[now.role].includes(right);
}

/** Goes on only if whoever is here may. Everything that changes data begins with it. */
export function need(right: Right): Account {
  const account = here();
  if (may(account, right)) return account;
  throw new UserFacingError("Your role does not allow that.");
}

export const people = (): Account[] =>
  all<Account>("select id, name, role from people order by name");
