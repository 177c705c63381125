import { randomBytes, scrypt, scryptSync, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const LENGTH = 32;
const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** What is kept of a password: a salt of its own, and what scrypt makes of both. */
export function hashed(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString("hex")}:${scryptSync(password, salt, LENGTH).toString("hex")}`;
}

/** Whether it is the password that `kept` was made of; takes as long for one that nobody has. */
export async function matches(
  password: string,
  kept: string | undefined,
): Promise<boolean> {
  const [salt = "", hash = ""] = (
    kept ?? `${"0".repeat(32)}:${"0".repeat(2 * LENGTH)}`
  ).split(":");
  const derived = await derive(password, Buffer.from(salt, "hex"), LENGTH);
  return (
    timingSafeEqual(derived, Buffer.from(hash, "hex")) && kept !== undefined
  );
}
