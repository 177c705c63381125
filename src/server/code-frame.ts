/** A place in a source file; both count from 1. */
export interface SourcePosition {
  line: number;
  column: number;
}

/**
 * The lines around a position, with a mark under it:
 *
 *       2 | export default () => {
 *     > 3 |   return <p>{coutn}</p>;
 *         |              ^
 */
export function codeFrame(source: string, at: SourcePosition, context = 2): string {
  const lines = source.split(/\r\n|\r|\n/);
  const first = Math.max(1, at.line - context);
  const last = Math.min(lines.length, at.line + context);
  const width = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const here = number === at.line;
    shown.push(`${here ? ">" : " "} ${String(number).padStart(width)} | ${lines[number - 1] ?? ""}`);
    if (here) shown.push(`  ${" ".repeat(width)} | ${indentTo(lines[number - 1] ?? "", at.column)}^`);
  }
  return shown.join("\n");
}

/** Blanks as wide as the text before the column: tabs stay tabs. */
function indentTo(line: string, column: number): string {
  return line.slice(0, Math.max(0, column - 1)).replace(/[^\t]/g, " ");
}
