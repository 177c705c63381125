import { currentSession as requireSession } from "./current.ts";
import type { PublicSession } from "./public-session.ts";

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
export const session: PublicSession = new Proxy({} as PublicSession, {
  get(_, name) {
    const current = requireSession();
    const value: unknown = Reflect.get(current, name, current);
    return typeof value === "function" ? value.bind(current) : value;
  },
  set() {
    throw new TypeError("The session's properties are read-only.");
  },
});

/**
 * The session whose code runs now, to keep for code that runs elsewhere: `here.run(fn)` adopts a callback. Throws a
 * `TandemError` outside of any session.
 */
export const currentSession = (): PublicSession => requireSession();
