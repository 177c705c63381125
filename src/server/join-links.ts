import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** The query parameter of a link that joins a session already running. */
export const JOIN_PARAMETER = "tandem-join";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A token that lets whoever holds it join a session until `expires` (clock time). It goes into a URL, where
 * session ids may not be: so it is sealed (encrypted and authenticated), not only signed.
 */
export function sealJoinToken(secret: string, facts: { sessionId: string; expires: number }): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(secret), iv);
  const sealed = cipher.update(`${facts.expires}.${facts.sessionId}`);
  return Buffer.concat([iv, sealed, cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** The session a token leads to, or `undefined` when it is altered, another server's, or past its time. */
export function openJoinToken(secret: string, token: string, now: number): string | undefined {
  if (!/^[\w-]{60,200}$/.test(token)) return undefined;
  const text = unseal(secret, Buffer.from(token, "base64url"));
  const match = /^(\d+)\.(.+)$/.exec(text ?? "");
  return match !== null && now < Number(match[1]) ? match[2] : undefined;
}

function unseal(secret: string, bytes: Buffer): string | undefined {
  const tagStart = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, keyFrom(secret), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(tagStart));
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES, tagStart));
    return Buffer.concat([text, decipher.final()]).toString();
  } catch {
    return undefined;
  }
}

function keyFrom(secret: string): Buffer {
  return createHmac("sha256", secret).update("tandem join link").digest();
}
