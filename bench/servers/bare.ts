/** The bounds: the least that a server can do with the same libraries. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import { announce } from "../support/served.ts";

const [what = "echo", ...args] = process.argv.slice(2);
const sockets: WebSocket[] = [];

/** Answers each frame with one as long as asked. */
function echo(socket: WebSocket): void {
  const reply = "x".repeat(Number(args[0]));
  socket.on("message", (data) => socket.send(data.toString().length > 0 ? reply : ""));
}

/** A counter of its own for each page. */
function count(socket: WebSocket): void {
  let clicks = 0;
  socket.on("message", (data) => {
    if (data.toString() === "click") socket.send(String(++clicks));
  });
}

const onSocket: Record<string, (socket: WebSocket) => void> = { echo, count, idle: () => {} };

const COUNTER_PAGE = `<!doctype html><meta charset="utf-8"><title>Counter</title><button>0</button>
<script>
const button = document.querySelector("button");
const text = button.firstChild;
const socket = new WebSocket(location.href.replace("http", "ws"));
socket.onmessage = ({ data }) => { text.data = data; };
socket.onopen = () => { document.title = "ready"; };
button.onclick = () => socket.send("click");
</script>`;

/** Sends the bytes and headers of a page that was fetched before. */
function page(): RequestListener {
  const { headers, body } = JSON.parse(args[0]!) as { headers: Record<string, string>; body: string };
  const bytes = Buffer.from(body, "base64");
  return (_request, response) => response.writeHead(200, headers).end(bytes);
}

const answer: RequestListener =
  what === "page" ? page() : (_request, response) => response.setHeader("Content-Type", "text/html").end(COUNTER_PAGE);
const http = createServer(answer);
const server = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false });
server.on("connection", (socket) => {
  sockets.push(socket);
  onSocket[what]!(socket);
});
http.listen(0, "127.0.0.1", () => {
  announce(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`, { write });
});

/** Sends all sockets a frame as long as asked. */
function write(): string {
  const at = process.hrtime.bigint();
  const text = "x".repeat(Number(args[0]));
  for (const socket of sockets) socket.send(text);
  return String(at);
}
