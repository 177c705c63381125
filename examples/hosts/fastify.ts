import fastify from "fastify";
import { desk } from "./desk.tsx";
import { logIn, LOGIN_PAGE, logOut } from "./people.ts";

const app = fastify();
await app.register(desk.fastify);
app.addContentTypeParser(
  "application/x-www-form-urlencoded",
  { parseAs: "string" },
  (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(text)))),
);
app.get("/", (_request, reply) => reply.redirect("/desk", 303));
app.get("/login", (_request, reply) =>
  reply.type("text/html").send(LOGIN_PAGE),
);
app.post("/login", (request, reply) => {
  const cookie = logIn(request.body ?? {});
  if (cookie === undefined) return reply.redirect("/login", 303);
  return reply.header("Set-Cookie", cookie).redirect("/desk", 303);
});
app.post("/logout", async (request, reply) => {
  const person = logOut(request.headers.cookie);
  if (person !== undefined) await desk.disconnectUser(person);
  return reply.redirect("/login", 303);
});

await app.listen({
  port: Number(process.env["PORT"] ?? 8000),
  host: "127.0.0.1",
});
console.log("Listening on", app.server.address());

process.once("SIGTERM", () => app.close());
