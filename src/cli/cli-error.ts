import { TandemError } from "../core/errors.ts";

/** The command was not understood: exit code 2, as shells have it. */
export class UsageError extends TandemError {
  override readonly name = "UsageError";

  constructor(message: string) {
    super("cli/usage", message);
  }
}
