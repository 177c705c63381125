import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { TandemError } from "../../src/core/errors.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/core/limits.ts";
import type { LogEntry } from "../../src/core/log-entry.ts";
import { signal } from "../../src/reactive/signal.ts";
import { attach, dial, fetchRaw, openPage, run, type Client, type Page, type Running } from "../server/support.tsx";
import { UploadVisit } from "../server/upload-support.tsx";
import { until } from "../support/until.ts";
import { exchangeBytes } from "./fuzz/byte-attack.ts";
import { footholdIn } from "./fuzz/foothold.ts";
import { frameBytes, helloFrame, upgrade } from "./fuzz/hostile-bytes.ts";

/** What a breach of a limit comes to. */
interface Breach {
  readonly limits: Partial<Limits>;
  /** Breaks the limit; answers with the code or status that the server said. */
  breach(server: Running, bystander: Visitor): Promise<unknown>;
  readonly says: unknown;
  /** What the log names: the limit itself unless told, nothing where waiting is all that comes of it. */
  readonly logged?: keyof Limits | null;
}

const busy = { until: () => {} };

/** A button for each thing that a client can make it do. */
function Target() {
  const text = signal("");
  return (
    <main>
      <button onClick={() => (text.value += "x".repeat(200))}>{text}</button>
      <button onClick={() => (text.value = `${text.value.length} ${"y".repeat(8_000_000)}`)}>much</button>
      <button
        onClick={() => {
          throw new Error("as asked");
        }}
      >
        fail
      </button>
      <button onClick={() => busy.until()}>dawdle</button>
    </main>
  );
}

const WRITE = 0;
const MUCH = 1;
const FAIL = 2;
const DAWDLE = 3;

interface Visitor {
  readonly page: Page;
  readonly client: Client;
  readonly buttons: readonly number[];
}

/** A page that has attached. */
async function enter(port: number): Promise<Visitor> {
  const page = await openPage(port);
  const client = await attach(port, page);
  expect((await client.next())[0]).toBe("welcome");
  return { page, client, buttons: buttonsOf(port, page) };
}

const buttonsOf = (port: number, { text, cookie }: Page) => footholdIn(port, text, cookie).ids;

/** Sends a frame once attached; the code that closes the line. */
async function closedBy(port: number, ...frames: unknown[]): Promise<number> {
  const { client, buttons } = await enter(port);
  for (const frame of frames) {
    if (typeof frame === "string") client.socket.send(frame);
    else client.send(...(frame as unknown[]).map((part) => (part === "button" ? buttons[0] : part)));
  }
  return (await client.closed).code;
}

const clicks = (count: number, button: number) => Array.from({ length: count }, (_, n) => [n + 1, 0, button, "click"]);

const breaches: Record<keyof Limits, Breach> = {
  maxFrameBytes: {
    limits: { maxFrameBytes: 1_000 },
    breach: ({ port }) => closedBy(port, "x".repeat(1_500)),
    says: 4413,
  },
  maxJsonDepth: {
    limits: { maxJsonDepth: 8 },
    breach: ({ port }) => closedBy(port, "[".repeat(9)),
    says: 4400,
  },
  eventBurst: {
    limits: { eventBurst: 5, eventsPerSecond: 0 },
    breach: ({ port }) => closedBy(port, ...clicks(6, 999)),
    says: 4429,
    logged: "eventsPerSecond",
  },
  eventsPerSecond: {
    limits: { eventBurst: 1, eventsPerSecond: 1 },
    async breach({ port, clock }) {
      const { client, buttons } = await enter(port);
      client.send(1, 0, buttons[WRITE], "click");
      expect((await client.next())[1]).toBe(1);
      clock.stall(999);
      client.send(2, 0, 999, "click");
      return (await client.closed).code;
    },
    says: 4429,
  },
  windowBytes: {
    limits: { windowBytes: 500, maxBacklogOperations: 1_000 },
    async breach({ port }) {
      const { client, buttons } = await enter(port);
      for (let n = 1; n <= 20; n++) client.send(n, 0, buttons[WRITE], "click");
      client.send(0, 0);
      let frames = 0;
      for (let frame = await client.next(); frame[0] !== 0 || frame[1] !== 20; frame = await client.next()) frames++;
      return frames < 5 && "changes wait";
    },
    says: "changes wait",
    logged: null,
  },
  reattachesPerMinute: {
    limits: { reattachesPerMinute: 3 },
    async breach({ port }) {
      const page = await openPage(port);
      for (let times = 0; times <= 3; times++) expect((await (await attach(port, page)).next())[0]).toBe("welcome");
      return (await (await attach(port, page)).closed).code;
    },
    says: 4429,
  },
  maxFrameParts: {
    limits: { maxFrameParts: 8 },
    async breach({ port }) {
      const page = await openPage(port);
      const foothold = footholdIn(port, page.text, page.cookie);
      const part = (opcode: number) => frameBytes(Buffer.from(" "), { opcode, final: false });
      const bytes = Buffer.concat([upgrade(foothold), helloFrame(foothold), part(1), ...Array(8).fill(part(0))]);
      const answer = await exchangeBytes(port, bytes);
      return Buffer.from(answer.slice(-2), "latin1").readUInt16BE();
    },
    says: 1008,
  },
  maxBacklogOperations: {
    limits: { windowBytes: 100, maxBacklogOperations: 0 },
    async breach({ port }) {
      const { client, buttons } = await enter(port);
      for (let n = 1; n <= 3; n++) client.send(n, 0, buttons[WRITE], "click");
      await client.next();
      client.send(4, 1, 999, "click");
      const [, , operations] = await client.next();
      return (operations as number[][]).some(([operation]) => operation === 9) && "the whole screen";
    },
    says: "the whole screen",
  },
  maxQueuedMessages: {
    limits: { windowBytes: 0, maxQueuedMessages: 2 },
    async breach({ port }) {
      const { client, buttons } = await enter(port);
      for (let n = 1; n <= 3; n++) client.send(n, 0, buttons[FAIL], "click");
      return (await client.closed).code;
    },
    says: 4408,
  },
  maxPendingCalls: {
    limits: { maxPendingCalls: 2 },
    async breach({ port, sessions }) {
      await enter(port);
      const ask = () => sessions.at(-1)!.calls.ask({ name: "any", args: [], read: () => "" }, { timeout: Infinity });
      for (let n = 0; n < 2; n++) ask().catch(() => {});
      return ask().catch((error: TandemError) => error.code);
    },
    says: "client/too-many-calls",
    logged: null,
  },
  maxRouteRequests: {
    limits: { maxRouteRequests: 1 },
    async breach({ port, sessions }) {
      await enter(port);
      let isAsked = false;
      const never = () => ((isAsked = true), new Promise<Response>(() => {}));
      const path = sessions.at(-1)!.dynamicRoute("slow", never);
      const first = httpRequest({ port, path, host: "127.0.0.1", agent: false }).on("error", () => {});
      first.end();
      await until(() => isAsked);
      const { status } = await fetchRaw(port, path);
      first.destroy();
      return status;
    },
    says: 503,
  },
  maxRouteBodyBytes: {
    limits: { maxRouteBodyBytes: 10 },
    async breach({ port, sessions }) {
      await enter(port);
      const read = (request: Request) => request.text().then(() => new Response("read"), refused);
      const refused = (error: Error) => new Response(error.message.includes("10") ? "too large" : "odd");
      const path = sessions.at(-1)!.dynamicRoute("take", read);
      return (await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: "x".repeat(11) })).text();
    },
    says: "too large",
    logged: null,
  },
  maxDownloads: {
    limits: { maxDownloads: 1 },
    async breach({ port, sessions }) {
      await enter(port);
      const session = sessions.at(-1)!;
      const sent: string[] = [];
      session.tellClient = (_client, message) => void sent.push(String((message[2] as string[])[0]));
      for (const name of ["first.txt", "second.txt"]) session.run(() => session.saveFile(name, name));
      return Promise.all(sent.map(async (path) => (await fetchRaw(port, path)).status));
    },
    says: [404, 200],
  },
  downloadExpiry: {
    limits: { downloadExpiry: 1_000 },
    async breach({ port, sessions, clock }) {
      await enter(port);
      const session = sessions.at(-1)!;
      let path = "";
      session.tellClient = (_client, message) => void (path = String((message[2] as string[])[0]));
      session.run(() => session.saveFile("text", "text.txt"));
      clock.advance(1_000);
      return (await fetchRaw(port, path)).status;
    },
    says: 404,
    logged: null,
  },
  maxPendingRequests: {
    limits: { maxPendingRequests: 2 },
    async breach({ port, sessions }) {
      const { client } = await enter(port);
      sessions.at(-1)!.setMessageHandler("wait", () => new Promise(() => {}));
      for (let n = 1; n <= 3; n++) client.send(n, 0, "request", n, "wait", []);
      const [, , , messages] = (await client.next()) as [number, number, unknown, [[string, number, boolean, unknown]]];
      return messages[0][3];
    },
    says: expect.objectContaining({ name: "LimitError" }),
  },
  maxUploadBytes: {
    limits: { maxUploadBytes: 10 },
    async breach(server) {
      const visit = await UploadVisit.in(server);
      const { url } = await visit.pick({ maxSize: 1_000 });
      return (await visit.create(url, { size: 11 })).text;
    },
    says: "“file.bin” is 11 bytes; at most 10 bytes are allowed.\n",
    logged: null,
  },
  maxUploadTotalBytes: {
    limits: { maxUploadTotalBytes: 10 },
    async breach(server) {
      const visit = await UploadVisit.in(server);
      const { url } = await visit.pick({ multiple: true });
      await visit.create(url, { size: 10 });
      return (await visit.create(url, { size: 1, key: 1 })).status;
    },
    says: 413,
  },
  maxUploadFiles: {
    limits: { maxUploadFiles: 1 },
    async breach(server) {
      const visit = await UploadVisit.in(server);
      for (let times = 0; times < 2; times++) {
        const { url } = await visit.pick({ multiple: true });
        const { status } = await visit.create(url, { size: 1 });
        if (times === 1) return status;
      }
    },
    says: 413,
  },
  uploadExpiry: {
    limits: { uploadExpiry: 1_000 },
    async breach(server) {
      const visit = await UploadVisit.in(server);
      const { url } = await visit.pick();
      server.clock.advance(1_000);
      return (await visit.create(url, { size: 1 })).status;
    },
    says: 404,
    logged: null,
  },
  maxBufferedBytes: {
    limits: { maxBufferedBytes: 1_000, windowBytes: 1e9 },
    async breach({ port, sessions }) {
      const { client, buttons } = await enter(port);
      const session = sessions.at(-1)!;
      client.socket.pause();
      for (let n = 1; n <= 4; n++) client.send(n, 0, buttons[MUCH], "click");
      await until(() => session.detachedSince !== undefined);
      client.socket.resume();
      return (await client.closed).code;
    },
    says: 1006,
  },
  maxClientsPerSession: {
    limits: { maxClientsPerSession: 1 },
    async breach({ port, sessions }) {
      await openPage(port);
      return (await fetchRaw(port, sessions.at(-1)!.shareUrl({ origin: "" }))).status;
    },
    says: 503,
  },
  maxSessions: {
    limits: { maxSessions: 2 },
    async breach({ port }) {
      await openPage(port);
      return (await fetchRaw(port, "/")).status;
    },
    says: 503,
  },
  maxUnclaimedPerAddress: {
    limits: { maxUnclaimedPerAddress: 1 },
    async breach({ port }) {
      await openPage(port);
      return (await fetchRaw(port, "/")).status;
    },
    says: 429,
  },
  maxSessionsPerAddress: {
    limits: { maxSessionsPerAddress: 2 },
    async breach({ port }) {
      await enter(port);
      return (await fetchRaw(port, "/")).status;
    },
    says: 429,
  },
  maxHellolessPerAddress: {
    limits: { maxHellolessPerAddress: 2 },
    async breach({ port }) {
      await dial(port);
      await dial(port);
      return dial(port).catch((error: Error) => error.message);
    },
    says: "status 429",
  },
  requestTimeout: {
    limits: { requestTimeout: 600 },
    async breach({ port }) {
      const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nX: "));
      let answer = "";
      socket.on("data", (chunk) => (answer += chunk.toString()));
      await once(socket, "close");
      return answer.slice(0, 12);
    },
    says: "HTTP/1.1 408",
  },
  lineIdleTimeout: {
    // Long enough for whoever is only slow.
    limits: { lineIdleTimeout: 2_000 },
    async breach({ port }) {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "close");
      return "dropped";
    },
    says: "dropped",
  },
  helloTimeout: {
    limits: { helloTimeout: 1_000 },
    async breach({ port, clock }) {
      const client = await dial(port);
      await clock.advanceAsync(1_000);
      return (await client.closed).code;
    },
    says: 4408,
  },
  heartbeat: {
    limits: { heartbeat: 1_000 },
    async breach({ port, clock }, bystander) {
      const { client } = await enter(port);
      await clock.advanceAsync(1_400);
      bystander.client.send(0, 0);
      expect(await bystander.client.next()).toEqual([0, 0]);
      await clock.advanceAsync(1_100);
      return (await client.closed).code;
    },
    says: 4408,
  },
  claimTimeout: {
    limits: { claimTimeout: 1_000 },
    async breach({ port, clock }) {
      const page = await openPage(port);
      clock.stall(1_001);
      return (await (await attach(port, page)).closed).code;
    },
    says: 4404,
  },
  retention: {
    limits: { retention: 1_000 },
    async breach({ port, clock, sessions }) {
      const { page, client } = await enter(port);
      const session = sessions.at(-1)!;
      client.socket.terminate();
      await until(() => session.detachedSince !== undefined);
      await clock.advanceAsync(3_000);
      return (await (await attach(port, page)).closed).code;
    },
    says: 4404,
  },
  maxDetached: {
    limits: { maxDetached: 0 },
    async breach({ port, clock, sessions }) {
      const { page, client } = await enter(port);
      const session = sessions.at(-1)!;
      client.socket.terminate();
      await until(() => session.detachedSince !== undefined);
      await clock.advanceAsync(1_000);
      return (await (await attach(port, page)).closed).code;
    },
    says: 4404,
  },
  authenticationTimeout: {
    limits: { authenticationTimeout: 3_000 },
    async breach(server) {
      let asked = false;
      const authenticate = () => ((asked = true), new Promise<undefined>(() => {}));
      const limits = { authenticationTimeout: 3_000 };
      const slow = await run(Target, { limits, authenticate, log: (entry) => void server.entries.push(entry) });
      const answer = fetchRaw(slow.port, "/");
      await until(() => asked);
      await slow.clock.advanceAsync(3_000);
      return (await answer).status;
    },
    says: 500,
  },
  slowTurn: {
    limits: { slowTurn: 2_000 },
    async breach({ port, clock, entries }) {
      busy.until = () => clock.stall(3_000);
      const { client, buttons } = await enter(port);
      client.send(1, 0, buttons[DAWDLE], "click");
      client.send(0, 0);
      await client.next();
      return entries.find(({ event }) => event === "limit/slowTurn")?.message;
    },
    says: expect.stringMatching(/^the event click of element \d+ held up all sessions for 3000 ms$/),
  },
};

const names = (entries: readonly LogEntry[]) =>
  entries.map(({ event, why }) => (why === undefined ? event.replace("limit/", "") : String(why)));

describe("each limit", () => {
  it.each(Object.entries(breaches))(
    "X3: %s is kept, named in the log, and not noticed by others",
    async (name, row) => {
      const server = await run(Target, { limits: row.limits });
      const bystander = await enter(server.port);
      const before = server.entries.length;
      const logged = () => names(server.entries.slice(before));
      expect(await row.breach(server, bystander)).toEqual(row.says);
      if (row.logged === null) expect(logged()).toEqual([]);
      else await until(() => logged().includes(row.logged ?? name));
      // Where nothing at all may be sent, there is nothing to see.
      if (row.limits.windowBytes === 0) return;
      bystander.client.send(1, 0, bystander.buttons[WRITE], "click");
      let frame = await bystander.client.next();
      while (frame[0] === 0) frame = await bystander.client.next();
      expect(frame[1]).toBe(1);
    },
  );

  it("X3: there is none without a breach here", () => {
    expect(Object.keys(breaches).toSorted()).toEqual(Object.keys(DEFAULT_LIMITS).toSorted());
  });
});
