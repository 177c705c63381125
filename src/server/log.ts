import { createHash } from "node:crypto";
import type { Log, LogEntry } from "../core/log-entry.ts";

/** Where the default log writes; a test gives its own. */
export interface LogSink {
  out(line: string): void;
  error(line: string): void;
}

const terminal: LogSink = {
  out: (line) => void process.stdout.write(line + "\n"),
  error: (line) => void process.stderr.write(line + "\n"),
};

/** A log of one readable line an entry; `debug` entries only when asked for. */
export function lineLog(options: { debug?: boolean; sink?: LogSink } = {}): Log {
  const sink = options.sink ?? terminal;
  return (entry) => {
    if (entry.level === "debug" && !options.debug) return;
    const line = formatEntry(entry);
    if (entry.level === "warn" || entry.level === "error") sink.error(line);
    else sink.out(line);
  };
}

/** Passes on each warning of the view once: it names the place, and every session would say it again. */
export function oncePerPlace(log: Log): Log {
  const seen = new Set<string>();
  return (entry) => {
    if (entry.level !== "warn" || !entry.event.startsWith("view/")) return log(entry);
    const said = `${entry.event} ${entry.message}`;
    if (seen.has(said)) return;
    seen.add(said);
    log(entry);
  };
}

/** What a log may say about a session: enough to follow it through the lines, too little to reach it. */
export function shortHash(secretId: string): string {
  return createHash("sha256").update(secretId).digest("hex").slice(0, 8);
}

function formatEntry({ level, event, message, error, ...fields }: LogEntry): string {
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${formatField(value)}`);
  const trace = error instanceof Error ? `\n${indent(error.stack ?? String(error))}` : "";
  const said = message === undefined ? "" : ` ${oneLine(message)}`;
  return `${level.padEnd(5)} ${event}${said}${rest.join("")}${trace}`;
}

function formatField(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
  const said = text.length > LONGEST_FIELD ? `${text.slice(0, LONGEST_FIELD)}…` : text;
  return oneLine(/[\s="]/.test(said) ? JSON.stringify(said) : said);
}

/** Enough of a header to tell what it was; all of it would let a client fill the log. */
const LONGEST_FIELD = 500;

/** Control characters would let a client's text forge lines of the log. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
