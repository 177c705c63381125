/** Thrown to stop quietly: nobody reports it. There is one, as it carries nothing and needs no stack. */
class Silence extends Error {
  override readonly name = "Silence";
}

const silence = new Silence("A required value is missing, so this stopped quietly.");

/** Whether `error` is what {@link req} throws. */
export function isSilence(error: unknown): boolean {
  return error instanceof Silence;
}

/** What {@link req} lets through. */
export type Present<T> = Exclude<T, null | undefined | false | "">;

/**
 * Gives the value back if there is one, else quietly stops the running effect, computed, binding or handler.
 *
 * @example
 * ```ts
 * import { effect, req, signal } from "tandem";
 *
 * const city = signal<string | undefined>(undefined);
 * effect(() => {
 *   console.log(req(city.value).toUpperCase()); // says nothing until there is a city
 * });
 * ```
 *
 * `undefined`, `null`, `false`, `""` and `NaN` stop it; `0` does not. A stopped computed stops its
 * readers too. All go on when what was read has changed. From Shiny's `req`, which also stops at 0.
 */
export function req<T>(value: T): Present<T> {
  if (value === undefined || value === null || value === false || value === "" || Number.isNaN(value)) throw silence;
  return value as Present<T>;
}
