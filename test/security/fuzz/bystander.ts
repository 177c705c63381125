import { WebSocket } from "ws";
import { fetchFoothold } from "./foothold.ts";

/** Times of one bystander's clicks, from the click to its frame, in milliseconds. */
export interface Times {
  readonly times: readonly number[];
}

const BETWEEN_CLICKS = 5;

/** The program of an honest client, in a process of its own: clicks on and on, and tells its times when asked. */
export async function standBy(port: number): Promise<void> {
  const { ticket, cookie, ids } = await fetchFoothold(port);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/_tandem/socket`, {
    headers: { origin: `http://127.0.0.1:${port}`, cookie },
  });
  let [event, frame, sentAt] = [0, 0, 0];
  let times: number[] = [];
  const click = () => {
    sentAt = performance.now();
    socket.send(JSON.stringify([++event, frame, ids[0], "click"]));
  };
  socket.on("open", () => socket.send(JSON.stringify(["hello", { protocol: 1, ticket, frame: 0 }])));
  socket.on("message", (data) => {
    const message = JSON.parse(String(data)) as [unknown, number];
    if (message[0] === "welcome") click();
    if (typeof message[0] !== "number" || message[0] === 0) return;
    frame = message[0];
    times.push(performance.now() - sentAt);
    setTimeout(click, BETWEEN_CLICKS);
  });
  socket.on("close", (code) => {
    console.error(`The bystander's line closed with ${code}.`);
    process.exit(1);
  });
  process.on("message", () => {
    process.send!({ times } satisfies Times);
    times = [];
  });
  process.on("disconnect", () => process.exit(0));
}
