/**
 * The names an app keeps in `session.local`, by declaration merging.
 *
 * @example
 * ```ts
 * declare module "tandem" {
 *   interface SessionLocal {
 *     visits: number;
 *   }
 * }
 * ```
 */
export interface SessionLocal {}

/** A session's own plain values: declared names by their type, any other as `unknown`; what was not set is `undefined`. */
export type Local = Partial<SessionLocal> & { [name: string | number]: unknown } & Iterable<string>;

/** The names in an object, which nothing but the app put there. */
const NAMES = Object.freeze(
  Object.defineProperty(Object.create(null) as object, Symbol.iterator, {
    value(this: object) {
      return Object.keys(this)[Symbol.iterator]();
    },
  }),
);

/** An object that inherits no name, so that `constructor` and `__proto__` are names like any other. */
export const makeLocal = (): Local => Object.create(NAMES) as Local;
