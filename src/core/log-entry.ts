/** One thing worth telling whoever runs the server. Never holds a session id, a ticket or what a user typed. */
export interface LogEntry {
  level: "debug" | "info" | "warn" | "error";
  /** What happened, as a stable name: `"session/opened"`, `"limit/maxFrameBytes"`. */
  event: string;
  /** For a person, in one sentence. */
  message?: string;
  [field: string]: unknown;
}

export type Log = (entry: LogEntry) => void;
