/** How grave a line of a log is, from the least to the most. */
export const LOG_LEVELS = ["trace", "debug", "info", "warning", "error", "fatal"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

const WORDS: Readonly<Record<string, LogLevel>> = {
  TRACE: "trace",
  DEBUG: "debug",
  INFO: "info",
  NOTICE: "info",
  WARN: "warning",
  WARNING: "warning",
  ERR: "error",
  ERROR: "error",
  SEVERE: "error",
  CRIT: "fatal",
  CRITICAL: "fatal",
  FATAL: "fatal",
  PANIC: "fatal",
};

/** Where a level stands in a line: in capitals, in brackets, or after `level=` and `"level":`. */
const CAPITALS = /\b(TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|SEVERE|CRIT(?:ICAL)?|FATAL|PANIC)\b/;
const MARKED =
  /(?:\[|level"?\s*[=:]\s*"?)(trace|debug|info|notice|warn(?:ing)?|err(?:or)?|severe|crit(?:ical)?|fatal|panic)\b/i;
/** Levels stand near the start of a line. */
const SEEN = 160;

/** The level that a line says it has. */
export function levelIn(line: string): LogLevel | undefined {
  const start = line.length > SEEN ? line.slice(0, SEEN) : line;
  const word = CAPITALS.exec(start)?.[1] ?? MARKED.exec(start)?.[1];
  return word === undefined ? undefined : WORDS[word.toUpperCase()];
}

/** A level as a small number; 0 for a line without one. */
export const levelNumber = (level: LogLevel | undefined): number =>
  level === undefined ? 0 : LOG_LEVELS.indexOf(level) + 1;
