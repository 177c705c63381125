import type { IncomingMessage, ServerResponse } from "node:http";
import { TandemError } from "../../core/errors.ts";
import type { Take } from "./take.ts";

/** A middleware of Hono, which must run on `@hono/node-server`. */
export type HonoMiddleware = (
  // oxlint-disable-next-line typescript/no-explicit-any -- each Hono has its own type of it
  context: { readonly env: any },
  next: () => Promise<void>,
) => Promise<Response | void>;

/** What `@hono/node-server` gives as environment. */
interface NodeEnvironment {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}

/** Tells `@hono/node-server` that the answer goes its own way. */
const ALREADY_SENT = { "x-hono-already-sent": "true" };

export function honoMiddleware(take: Take): HonoMiddleware {
  return async (context, next) => {
    const { incoming, outgoing } = (context.env ?? {}) as NodeEnvironment;
    if (incoming === undefined || outgoing === undefined) {
      throw new TandemError(
        "server/no-node-request",
        "Expected Hono to run on Node, but its environment has no Node request. Serve it with @hono/node-server.",
      );
    }
    let passed = false;
    take(incoming, outgoing, { backend: "hono", next: () => (passed = true) });
    if (passed) return next();
    return new Response(null, { headers: ALREADY_SENT });
  };
}
