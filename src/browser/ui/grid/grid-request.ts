import type { GridRequest } from "../../../protocol/grid.ts";
import type { Json } from "../../../protocol/operations.ts";
import type { TandemApi } from "../../public-api.ts";

/** Asks the table on the server; rejects with why it would not answer. */
export type Ask = <Answer>(...request: GridRequest) => Promise<Answer>;

export const askAs =
  (name: string): Ask =>
  <Answer>(...request: GridRequest) =>
    (window as unknown as { Tandem: TandemApi }).Tandem.makeRequest(
      name,
      ...(request as unknown as Json[]),
    ) as Promise<unknown> as Promise<Answer>;

/** Why the server would not, if that is for the person; else `otherwise`. */
export function problemOf(error: unknown, otherwise: string): string {
  const { name, message } = error as Error;
  return name === "UserFacingError" ? message : otherwise;
}
