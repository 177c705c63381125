import { TandemError } from "../../core/errors.ts";

/**
 * Why the app stays where it was: a guard threw, redirects go in a circle, or the target is no place to go to.
 *
 * @example
 * ```ts
 * import { NavigationFailed, session } from "tandem";
 *
 * export async function open(url: string) {
 *   try {
 *     await session.navigateTo(url);
 *   } catch (error) {
 *     if (error instanceof NavigationFailed) console.error(error.code, error.url);
 *   }
 * }
 * ```
 *
 * From Rio's `NavigationFailed`.
 */
export class NavigationFailed extends TandemError {
  override readonly name = "NavigationFailed";
  /** Where it was to go. */
  readonly url: string;

  constructor(code: string, message: string, options: { url: string; cause?: unknown }) {
    super(code, message, options.cause === undefined ? undefined : { cause: options.cause });
    this.url = options.url;
  }
}
