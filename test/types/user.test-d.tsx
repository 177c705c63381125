/** What an app declares of its users, and what the hosts take. */
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { app, createHandler, session, type Authenticate, type User } from "tandem";
import { expectType, type Equal } from "./expect-type.ts";

interface Person {
  id: string;
  groups: readonly string[];
}

declare module "tandem" {
  interface Register {
    user: Person;
  }
}

// O20: session.user and the acting client's user are what the app declares
expectType<Equal<User, Person>>();
expectType<Equal<typeof session.user, Person | undefined>>();
export const Button = () => <button onClick={({ client }) => client.user?.groups.includes("admin")}>Go</button>;
// @ts-expect-error a person has no such field
export const wrong = () => session.user?.name;

// O21: a user, a Response, nothing, or a promise of one
export const answers: Authenticate[] = [
  () => ({ id: "ada", groups: [] }),
  async () => undefined,
  () => null,
  () => Response.json({}, { status: 401 }),
  ({ cookies, headers }) => (cookies["sid"] === headers.get("x-sid") ? { id: "ada", groups: [] } : undefined),
];
// @ts-expect-error a user without groups is none
export const half: Authenticate = () => ({ id: "ada" });

// O27: userId gets the user as declared
export const Named = app(Button, { authenticate: () => undefined, userId: (user) => user.groups.join() });

// O1: each host takes what the handler has for it
const handler = createHandler(Named);
express().use(handler.express).use("/desk", handler.express);
void fastify().register(handler.fastify, { prefix: "/desk" });
new Hono().use(handler.hono).use("/desk/*", handler.hono);

// I2: facts of the connection can only be read
// @ts-expect-error read-only
session.info.timezone = "Europe/Berlin";
// @ts-expect-error read-only
session.info.headers.set("x", "y");
