import { TandemError } from "../../core/errors.ts";

/**
 * What `session.pickFile` rejects with when the person chooses no file.
 *
 * @example
 * ```ts
 * import { NoFileSelectedError, session } from "tandem";
 *
 * export async function nameOfFile(): Promise<string | undefined> {
 *   try {
 *     return (await session.pickFile({ types: ["pdf"] })).name;
 *   } catch (error) {
 *     if (error instanceof NoFileSelectedError) return undefined;
 *     throw error;
 *   }
 * }
 * ```
 *
 * From Rio's `NoFileSelectedError`.
 */
export class NoFileSelectedError extends TandemError {
  override readonly name = "NoFileSelectedError";

  constructor() {
    super("files/none-selected", "Expected a file to be chosen, but none was. Catch this: people change their minds.");
  }
}
