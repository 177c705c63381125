import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

export interface User {
  readonly name: string;
  /** Who may only look, and who may change things. */
  readonly role: "viewer" | "editor";
}

interface Account extends User {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const hashOf = (password: string, salt: Buffer) => scryptSync(password, salt, 32);

function account(name: string, role: User["role"], password: string): Account {
  const salt = randomBytes(16);
  return { name, role, salt, hash: hashOf(password, salt) };
}

/** Keep yours in a database, and no password in a source file. */
const accounts = [account("ada", "editor", "bicycle"), account("bob", "viewer", "tricycle")];
/** So that an unknown name takes as long as a wrong password. */
const nobody = account("", "viewer", randomBytes(16).toString("hex"));

/** Who has this name and password. */
export function signIn(name: string, password: string): User | undefined {
  const found = accounts.find((each) => each.name === name);
  const { salt, hash } = found ?? nobody;
  return timingSafeEqual(hashOf(password, salt), hash) ? found : undefined;
}
