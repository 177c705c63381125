import { randomId } from "../../core/ids.ts";
import { currentSession } from "../../session/current.ts";

/** Logs an error and tells the app, without a notice: the table says in its place that something failed. */
export function noteQuietly(error: unknown, source: string): void {
  currentSession().noteError(error, { errorId: randomId(6), source });
}
