import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { WebSocketServer } from "ws";
import type { HostFacts } from "../../src/session/environment.ts";
import type { Handler } from "../../src/server/handler.ts";
import { later } from "./support.tsx";

export interface MountOptions {
  /** Whether a parser of the host reads every body before, and what it leaves of it. */
  readonly bodies?: "kept" | "lost";
  /** Whether the host has WebSockets of its own at `/chat`, and refuses whatever else it is asked for. */
  readonly chat?: "before" | "after";
}

export interface Mounted {
  readonly port: number;
  /** Stops the host as its makers say, and the app with it. */
  stop(): Promise<void>;
}

export interface Host {
  readonly backend: HostFacts["backend"];
  mount(handler: Handler, options?: MountOptions): Promise<Mounted>;
}

/** The hosts that the contract runs against: each has a route of its own before the app, and one after. */
export const hosts: readonly Host[] = [
  {
    backend: "node",
    mount: (handler, options) => {
      const server = createServer(async (request, response) => {
        if (request.url === "/before") return response.end("before");
        if (options?.bodies !== undefined) await readBody(request, options.bodies);
        handler.listener(request, response, () => {
          if (request.url === "/after") response.end("after");
          else response.writeHead(404).end("the host's own 404");
        });
      });
      return onServer(server, handler, options);
    },
  },
  {
    backend: "express",
    mount: (handler, options) => {
      const app = express();
      app.get("/before", (_request, response) => void response.send("before"));
      app.use(express.json(), express.urlencoded());
      if (options?.bodies === "kept") app.use(express.text({ type: "*/*", limit: "1mb" }));
      if (options?.bodies === "lost") app.use((request, _response, next) => void request.on("end", next).resume());
      app.use(handler.express);
      app.get("/after", (_request, response) => void response.send("after"));
      app.use((_request, response) => void response.status(404).send("the host's own 404"));
      return onServer(createServer(app), handler, options);
    },
  },
  {
    backend: "fastify",
    mount: async (handler, options) => {
      const app = fastify();
      app.get("/before", () => "before");
      if (options?.chat === "before") chatOn(app.server);
      await app.register(handler.fastify);
      if (options?.chat === "after") chatOn(app.server);
      app.get("/after", () => "after");
      app.setNotFoundHandler((_request, reply) => reply.code(404).send("the host's own 404"));
      await app.listen({ port: 0, host: "127.0.0.1" });
      const stop = () => app.close();
      later(stop);
      return { port: portOf(app.server), stop };
    },
  },
  {
    backend: "hono",
    mount: (handler, options) => {
      const app = new Hono();
      app.get("/before", (context) => context.text("before"));
      if (options?.bodies !== undefined) {
        app.use(async (context, next) => {
          await context.req.text();
          await next();
        });
      }
      app.use(handler.hono);
      app.get("/after", (context) => context.text("after"));
      app.notFound((context) => context.text("the host's own 404", 404));
      const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
      return onServer(server, handler, options);
    },
  },
];

async function onServer(server: Server, handler: Handler, options: MountOptions = {}): Promise<Mounted> {
  if (options.chat === "before") chatOn(server);
  handler.attach(server);
  if (options.chat === "after") chatOn(server);
  await new Promise<void>((resolve) => {
    if (server.listening) return resolve();
    server.once("listening", resolve);
    if (server.listenerCount("request") > 0 && server.address() === null) server.listen(0, "127.0.0.1");
  });
  const stop = async () => {
    const stopped = new Promise((resolve) => server.close(resolve));
    await handler.close();
    server.closeIdleConnections();
    await stopped;
  };
  later(stop);
  return { port: portOf(server), stop };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** As its makers show it. It answers upgrades of any other path with 400. */
function chatOn(server: Server): void {
  const sockets = new WebSocketServer({ server, path: "/chat" });
  sockets.on("connection", (socket) => socket.send(JSON.stringify(["hello from the host"])));
  later(() => sockets.close());
}

async function readBody(request: IncomingMessage, kind: "kept" | "lost"): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  if (kind === "kept") Object.assign(request, { body: Buffer.concat(parts) });
}
