import { currentSession } from "./current.ts";
import type { Session } from "./session.ts";

/**
 * The current session: the one whose component, handler, effect or task is running.
 *
 * @example
 * ```ts
 * import { session } from "tandem";
 *
 * export function leave() {
 *   session.onEnded(() => console.log("gone"));
 *   void session.close({ hard: true, message: "Thank you!" });
 * }
 * ```
 *
 * Found through async-local storage, so also after an `await`. Outside of any session, using it throws a
 * `TandemError` that says how to get one. From Shiny's `session`.
 */
export const session: Session = new Proxy({} as Session, {
  get(_, name) {
    const current = currentSession();
    const value: unknown = Reflect.get(current, name, current);
    return typeof value === "function" ? value.bind(current) : value;
  },
  set() {
    throw new TypeError("The session's properties are read-only.");
  },
});
