/**
 * The one error class Tandem throws: a stable `code`, and a message that says what was expected,
 * what came, and what to do.
 *
 * @example
 * ```ts
 * import { TandemError } from "tandem";
 *
 * try {
 *   JSON.parse("{");
 * } catch (cause) {
 *   throw new TandemError("app/bad-config", "Expected JSON in config.json. Check the file.", { cause });
 * }
 * ```
 */
export class TandemError extends Error {
  override readonly name: string = "TandemError";
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
