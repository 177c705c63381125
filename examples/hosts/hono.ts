import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { desk } from "./desk.tsx";
import { logIn, LOGIN_PAGE, logOut } from "./people.ts";

const app = new Hono();
app.use(desk.hono);
app.get("/", (context) => context.redirect("/desk", 303));
app.get("/login", (context) => context.html(LOGIN_PAGE));
app.post("/login", async (context) => {
  const cookie = logIn(await context.req.parseBody());
  if (cookie === undefined) return context.redirect("/login", 303);
  context.header("Set-Cookie", cookie);
  return context.redirect("/desk", 303);
});
app.post("/logout", async (context) => {
  const person = logOut(context.req.header("Cookie"));
  if (person !== undefined) await desk.disconnectUser(person);
  return context.redirect("/login", 303);
});

const port = Number(process.env["PORT"] ?? 8000);
const server = serve(
  { fetch: app.fetch, port, hostname: "127.0.0.1" },
  (address) => {
    console.log("Listening on", address);
  },
);
desk.attach(server);

process.once("SIGTERM", async () => {
  server.close();
  await desk.close();
});
