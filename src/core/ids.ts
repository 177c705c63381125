declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

const ALPHABET = "0123456789abcdefghijklmnopqrstuv";

/** A random id of 5 bits a character; 26 characters are 130 bits, beyond guessing. */
export function randomId(length = 26): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(length))) id += ALPHABET[byte & 31];
  return id;
}
