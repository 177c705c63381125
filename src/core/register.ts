/**
 * What an app declares about its own types, by declaration merging.
 *
 * @example
 * ```ts
 * declare module "tandem" {
 *   interface Register {
 *     user: { id: string; name: string };
 *   }
 * }
 * ```
 */
export interface Register {}

/** Who is at a screen, as the app's `authenticate` says: `Register["user"]`, or `unknown` where that is not declared. */
export type User = Register extends { user: infer Declared } ? Declared : unknown;
