import type { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { TandemError } from "../../core/errors.ts";
import type { Take } from "./take.ts";

/** What the plugin asks of Fastify. */
export interface FastifyHost {
  readonly prefix: string;
  readonly server: EventEmitter;
  all(url: string, handler: (request: FastifyRequest, reply: FastifyReply) => unknown): unknown;
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    parser: (request: FastifyRequest, payload: object, done: (error: null, body?: unknown) => void) => void,
  ): unknown;
  addHook(name: "preClose", hook: (done: () => void) => void): unknown;
}

/** Those of HTTP/2, which Fastify's types do not rule out, are given as Node's own for HTTP/1, too. */
interface FastifyRequest {
  readonly raw: object;
}

interface FastifyReply {
  readonly raw: object;
  hijack(): unknown;
  callNotFound(): unknown;
}

/** A plugin of Fastify. */
export type FastifyPlugin = (fastify: FastifyHost, options: unknown, done: (error?: Error) => void) => void;

export interface FastifyParts {
  readonly basePath: string;
  readonly take: Take;
  attach(server: EventEmitter): unknown;
  close(): Promise<void>;
}

/** Routes to the app, in a context of its own: the host's routes go before, its hooks run, its body parsers do not. */
export function fastifyPlugin({ basePath, take, attach, close }: FastifyParts): FastifyPlugin {
  return (fastify, _options, done) => {
    const answer = (request: FastifyRequest, reply: FastifyReply) => {
      let passed = false;
      take(request.raw as IncomingMessage, reply.raw as ServerResponse, {
        backend: "fastify",
        next: () => (passed = true),
      });
      if (passed) reply.callNotFound();
      else reply.hijack();
      return reply;
    };
    try {
      const path = belowPrefix(basePath, fastify.prefix);
      fastify.removeAllContentTypeParsers();
      fastify.addContentTypeParser("*", (_request, _payload, parsed) => parsed(null));
      if (basePath !== "") fastify.all(path || "/", answer);
      fastify.all(`${path}/*`, answer);
      attach(fastify.server);
      // Before Fastify waits for what is open: it would wait for our lines.
      fastify.addHook("preClose", (closed) => void close().finally(closed));
      done();
    } catch (error) {
      done(error as Error);
    }
  };
}

/** Fastify puts the prefix before each path. */
function belowPrefix(basePath: string, prefix: string): string {
  if (prefix === "/" || prefix === "") return basePath;
  if (basePath === prefix || basePath.startsWith(`${prefix}/`)) return basePath.slice(prefix.length);
  throw new TandemError(
    "server/bad-option",
    `Expected basePath to lie below Fastify's prefix "${prefix}", but it is "${basePath}". Give createHandler() the whole path: { basePath: "${prefix}" }.`,
  );
}
