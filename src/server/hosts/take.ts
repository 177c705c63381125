import type { IncomingMessage, ServerResponse } from "node:http";
import type { Arrival } from "../app-handler.ts";

/** Takes a request that came through a host; calls `next` at once, and does nothing else, with one that is not ours. */
export type Take = (request: IncomingMessage, response: ServerResponse, arrival: Arrival) => void;
