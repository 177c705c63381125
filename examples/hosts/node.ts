import { createServer, type IncomingMessage } from "node:http";
import { desk } from "./desk.tsx";
import { logIn, LOGIN_PAGE, logOut } from "./people.ts";

async function formOf(request: IncomingMessage) {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return Object.fromEntries(new URLSearchParams(text));
}

const server = createServer((request, response) => {
  desk.listener(request, response, async () => {
    switch (`${request.method} ${request.url}`) {
      case "GET /":
        return response.writeHead(303, { Location: "/desk" }).end();
      case "GET /login":
        return response
          .writeHead(200, { "Content-Type": "text/html" })
          .end(LOGIN_PAGE);
      case "POST /login": {
        const cookie = logIn(await formOf(request));
        if (cookie === undefined)
          return response.writeHead(303, { Location: "/login" }).end();
        return response
          .writeHead(303, { Location: "/desk", "Set-Cookie": cookie })
          .end();
      }
      case "POST /logout": {
        const person = logOut(request.headers.cookie);
        if (person !== undefined) await desk.disconnectUser(person);
        return response.writeHead(303, { Location: "/login" }).end();
      }
      default:
        return response.writeHead(404).end("Not found");
    }
  });
});

desk.attach(server);
server.listen(Number(process.env["PORT"] ?? 8000), "127.0.0.1", () => {
  console.log("Listening on", server.address());
});

process.once("SIGTERM", async () => {
  server.close();
  await desk.close();
});
