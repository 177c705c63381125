import { randomId } from "../../core/ids.ts";
import { currentSession } from "../../session/current.ts";

/** Logs an error and tells the app, without a notice: in its place, something says that it failed. */
export function noteQuietly(error: unknown, source: string): void {
  currentSession().noteError(error, { errorId: randomId(6), source });
}
