import type { IncomingMessage, ServerResponse } from "node:http";
import { TandemError } from "../../core/errors.ts";
import type { Take } from "./take.ts";

/** A middleware of Hono, which must run on `@hono/node-server`. */
export type HonoMiddleware = (
  // oxlint-disable-next-line typescript/no-explicit-any -- each Hono has its own type of it
  context: { readonly env: any; readonly req: { arrayBuffer(): Promise<ArrayBuffer> } },
  next: () => Promise<void>,
) => Promise<Response | void>;

/** What `@hono/node-server` gives as environment. */
interface NodeEnvironment {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}

/** A middleware that read the body leaves it with Hono. */
async function keepBody(incoming: IncomingMessage, request: { arrayBuffer(): Promise<ArrayBuffer> }): Promise<void> {
  const kept = await request.arrayBuffer().catch(() => undefined);
  if (kept !== undefined) Object.assign(incoming, { body: Buffer.from(kept) });
}

/** Tells `@hono/node-server` that the answer goes its own way. */
function alreadySent(): Response {
  const response = new Response(null, { headers: { "x-hono-already-sent": "true" } });
  // Its own `Response`, which stands in for the web's, is sent without a look at the headers until it was looked into.
  void response.body;
  return response;
}

export function honoMiddleware(take: Take): HonoMiddleware {
  return async (context, next) => {
    const { incoming, outgoing } = (context.env ?? {}) as NodeEnvironment;
    if (incoming === undefined || outgoing === undefined) {
      throw new TandemError(
        "server/no-node-request",
        "Expected Hono to run on Node, but its environment has no Node request. Serve it with @hono/node-server.",
      );
    }
    if (incoming.readableEnded) await keepBody(incoming, context.req);
    let passed = false;
    take(incoming, outgoing, { backend: "hono", next: () => (passed = true) });
    if (passed) return next();
    return alreadySent();
  };
}
