/** Cells as spreadsheets put them on the clipboard: lines of cells with tabs between, quoted where that must be. */
export const toTabSeparated = (cells: readonly (readonly string[])[]): string =>
  cells.map((line) => line.map(quoted).join("\t")).join("\n");

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A cell, and what ends it: a tab, a line's end or nothing. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;

export function fromTabSeparated(text: string): string[][] {
  const lines: string[][] = [[]];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text);
    // Quotes that do not end are no quotes.
    if (!found)
      return text
        .replace(/\r\n?/g, "\n")
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => line.split("\t"));
    const [, inQuotes, plain = "", end = ""] = found;
    lines.at(-1)!.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    // A tab at the very end has an empty cell behind it; a line's end has no line behind it.
    if (end === "\t") {
      if (CELL.lastIndex === text.length) lines.at(-1)!.push("");
    } else if (end !== "" && CELL.lastIndex < text.length) lines.push([]);
  }
  return lines;
}
