import express from "express";
import { desk } from "./desk.tsx";
import { logIn, LOGIN_PAGE, logOut } from "./people.ts";

const app = express();
app.use(desk.express);
app.get("/", (_request, response) => response.redirect(303, "/desk"));
app.get("/login", (_request, response) => void response.send(LOGIN_PAGE));
app.post("/login", express.urlencoded(), (request, response) => {
  const cookie = logIn(request.body ?? {});
  if (cookie === undefined) return response.redirect(303, "/login");
  response.set("Set-Cookie", cookie).redirect(303, "/desk");
});
app.post("/logout", async (request, response) => {
  const person = logOut(request.headers.cookie);
  if (person !== undefined) await desk.disconnectUser(person);
  response.redirect(303, "/login");
});

const server = app.listen(
  Number(process.env["PORT"] ?? 8000),
  "127.0.0.1",
  () => {
    console.log("Listening on", server.address());
  },
);
desk.attach(server);

process.once("SIGTERM", async () => {
  server.close();
  await desk.close();
});
