import { FileProblem, NotUtf8 } from "./problem.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What begins files that say their encoding. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding that a file's first bytes say, or else UTF-8. Throws for what is no text at all. */
export function encodingOf(start: Uint8Array): Encoding {
  const marked = MARKS.find(([, mark]) =>
    mark.every((byte, at) => start[at] === byte),
  );
  if (marked !== undefined) return marked[0];
  if (start.includes(0))
    throw new FileProblem(
      "This is no text: a CSV or JSON file is needed. Spreadsheets can save as CSV.",
    );
  return "utf-8";
}

/** Bytes as text, piece by piece. Throws `NotUtf8` where they are none. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece === undefined
        ? decoder.decode()
        : decoder.decode(piece, { stream: true });
    } catch {
      throw new NotUtf8();
    }
  };
  for await (const piece of bytes) {
    const text = decode(piece);
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}
