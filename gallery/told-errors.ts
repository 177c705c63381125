import { currentSession, signal, type ErrorInfo, type Session, type Signal } from "tandem";

/** What the gallery's `onError` was told, session by session, for the page on errors to show. */
const told = new WeakMap<Session, Signal<readonly string[]>>();

export function toldErrors(): Signal<readonly string[]> {
  return errorsOf(currentSession());
}

export function tellError(error: unknown, { session, source }: ErrorInfo): void {
  const message = error instanceof Error ? error.message : String(error);
  errorsOf(session).update((lines) => [`${source}: ${message}`, ...lines].slice(0, 5));
}

function errorsOf(session: Session): Signal<readonly string[]> {
  let lines = told.get(session);
  if (lines === undefined) told.set(session, (lines = signal<readonly string[]>([])));
  return lines;
}
