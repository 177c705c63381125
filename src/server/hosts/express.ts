import type { IncomingMessage, ServerResponse } from "node:http";
import type { Take } from "./take.ts";

/** A middleware of Express, or of whatever else calls middleware so, as Connect does. */
export type ExpressMiddleware = (
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export function expressMiddleware(take: Take): ExpressMiddleware {
  return (request, response, next) => {
    // Express cuts off the path that a middleware is mounted at.
    const { url, originalUrl = url } = request;
    request.url = originalUrl;
    const pass = () => {
      request.url = url;
      next();
    };
    take(request, response, { backend: "express", next: pass });
  };
}
