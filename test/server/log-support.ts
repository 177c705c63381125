import type { LogEntry } from "../../src/core/log-entry.ts";
import { lineLog } from "../../src/server/log.ts";

/** The lines that the default log writes for an entry. */
export function linesOf(entry: LogEntry): string[] {
  const lines: string[] = [];
  const take = (line: string) => void lines.push(line);
  lineLog({ sink: { out: take, error: take } })(entry);
  return lines;
}
