declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

const ALPHABET = "0123456789abcdefghijklmnopqrstuv";

/** Random bytes not used yet: to fetch them one id at a time costs ten times as much. */
const POOL = new Uint8Array(4_096);
let used = POOL.length;

/** A random id of 5 bits a character; 26 characters are 130 bits, beyond guessing. */
export function randomId(length = 26): string {
  let id = "";
  for (let i = 0; i < length; i++) id += ALPHABET[randomByte() & 31];
  return id;
}

function randomByte(): number {
  if (used === POOL.length) {
    crypto.getRandomValues(POOL);
    used = 0;
  }
  return POOL[used++]!;
}
