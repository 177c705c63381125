// @ts-check
import { rename, writeFile } from "node:fs/promises";

let files = 0;

/**
 * Writes a file so that whoever reads finds the old one or the new one, never half: two builds may run at once.
 *
 * @param {string} file @param {string | Uint8Array} contents
 */
export async function writeWhole(file, contents) {
  const partial = `${file}.${process.pid}-${++files}.partial`;
  await writeFile(partial, contents);
  await rename(partial, file);
}
