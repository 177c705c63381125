import { createReadStream } from "node:fs";

/** A piece takes a few milliseconds to read. */
const PIECE = 256 * 1024;

/**
 * Columns of a list of records in JSON, none of which has more in it than numbers. It is read in pieces, so that others
 * have their turn between.
 */
export async function numberColumns(
  path: string,
  names: readonly string[],
): Promise<Float64Array[]> {
  const columns = names.map((): number[] => []);
  let rest = "";
  for await (const piece of createReadStream(path, {
    encoding: "utf8",
    highWaterMark: PIECE,
  })) {
    const text = rest + String(piece);
    const end = text.lastIndexOf("}") + 1;
    rest = text.slice(end);
    const records = JSON.parse(
      `[${text.slice(0, end).replace(/^[\s,[]+/, "")}]`,
    ) as Readonly<Record<string, unknown>>[];
    for (const record of records) {
      for (const [at, name] of names.entries()) {
        const value = record[name];
        columns[at]!.push(typeof value === "number" ? value : NaN);
      }
    }
  }
  return columns.map((values) => Float64Array.from(values));
}
