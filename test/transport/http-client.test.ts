import { describe, expect, it } from "vitest";
import {
  BATCH_LENGTH,
  httpClient,
  type Fetch,
  type HttpAnswer,
  type HttpLineKind,
} from "../../src/transport/http-client.ts";
import { FakeClock, promisesSettled } from "../support/fake-clock.ts";
import { Recorder } from "./contract.ts";

interface Request {
  url: string;
  init: Parameters<Fetch>[1];
  answer(text?: string, ok?: boolean): void;
  fail(): void;
}

/** A server that answers by hand. */
class HandPlayedHttp {
  readonly requests: Request[] = [];

  readonly fetch: Fetch = (url, init) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      init.signal.addEventListener("abort", () => reject(new Error("aborted")));
      const answer = (text = "", ok = true) => resolve({ ok, body: new Blob([text]).stream() });
      this.requests.push({ url, init, answer, fail: () => reject(new Error("no network")) });
    });

  /** The latest request, once what is under way has settled. */
  async latest(): Promise<Request> {
    await promisesSettled();
    await promisesSettled();
    return this.requests.at(-1)!;
  }
}

function dialled(kind: HttpLineKind) {
  const http = new HandPlayedHttp();
  const clock = new FakeClock();
  const told: string[] = [];
  const client = httpClient({
    url: "/line",
    kind,
    fetch: http.fetch,
    clock,
    openWithin: 5_000,
    onOpen: () => told.push("open"),
    onHeldBack: () => told.push("held back"),
  });
  const heard = new Recorder();
  client.listen(heard);
  return { http, clock, told, client, heard };
}

describe("a client's end of a line over HTTP", () => {
  it("T27: says what was sent at once with the request that opens the line", async () => {
    const { http, client } = dialled("event-stream");
    client.send("[1]");
    client.send("[2]");
    const { url, init } = await http.latest();
    expect([url, init.method, init.body]).toEqual(["/line", "POST", "data: [1]\n\ndata: [2]\n\n"]);
    expect(init.headers).toEqual({ "Content-Type": "text/event-stream", Accept: "text/event-stream" });
    expect(client.isOpen).toBe(false);
  });

  it("T27: has one request with frames under way, and sends what comes meanwhile in the next", async () => {
    const { http, client } = dialled("polling");
    (await http.latest()).answer("id: abc\n\n");
    const ask = await http.latest();
    expect([ask.url, ask.init.headers["Tandem-Line"]]).toEqual(["/line/down", "abc"]);
    client.send("[1]");
    const first = await http.latest();
    expect([first.url, first.init.body, first.init.headers["Tandem-Line"]]).toEqual([
      "/line/up",
      "data: [1]\n\n",
      "abc",
    ]);
    client.send("[2]");
    client.send("[3]");
    expect(client.bufferedBytes).toBe(3 * "data: [1]\n\n".length);
    expect(await http.latest()).toBe(first);
    first.answer();
    const second = await http.latest();
    expect(second.init.body).toBe("data: [2]\n\ndata: [3]\n\n");
    second.answer();
    expect(await http.latest()).toBe(second);
    expect([http.requests.length, client.bufferedBytes]).toEqual([4, 0]);
  });

  it("T27: keeps requests small, so that one holds a large frame alone", async () => {
    const { http, client } = dialled("polling");
    (await http.latest()).answer("id: abc\n\n");
    await http.latest();
    const half = "x".repeat(BATCH_LENGTH / 2);
    const large = "y".repeat(3 * BATCH_LENGTH);
    for (const text of [half, half, large, "[1]", "[2]"]) client.send(text);
    const bodies: string[] = [];
    for (let count = 0; count < 4; count++) {
      const request = await http.latest();
      bodies.push(request.init.body);
      request.answer();
    }
    expect(bodies).toEqual([half, half, large].map((text) => `data: ${text}\n\n`).concat("data: [1]\n\ndata: [2]\n\n"));
  });

  it("T28: gives up, and says that answers are held back, when no word comes in time", async () => {
    const { http, clock, told, heard } = dialled("event-stream");
    const { init } = await http.latest();
    clock.advance(4_999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect([told, heard.closes, init.signal.aborted]).toEqual([["held back"], [[1006, ""]], true]);
  });

  it("T28: is lost when a request is refused or fails, and when a stream ends without a close", async () => {
    const ends: ((made: ReturnType<typeof dialled>) => Promise<void>)[] = [
      async ({ http }) => (await http.latest()).answer("", false),
      async ({ http }) => (await http.latest()).fail(),
      async ({ http }) => (await http.latest()).answer("id: abc\n\ndata: [1]\n\n"),
    ];
    for (const end of ends) {
      const made = dialled("event-stream");
      await end(made);
      expect(await made.heard.closed()).toEqual([1006, ""]);
      expect([made.clock.pending, made.client.isOpen]).toEqual([0, false]);
    }
    const polled = dialled("polling");
    (await polled.http.latest()).answer("id: abc\n\n");
    const ask = await polled.http.latest();
    polled.client.send("[1]");
    (await polled.http.latest()).answer("", false);
    expect(await polled.heard.closed()).toEqual([1006, ""]);
    expect(ask.init.signal.aborted).toBe(true);
  });

  it("T29: a close leaves at once, in one request with what was just sent, which outlives the page", async () => {
    const { http, client, heard } = dialled("polling");
    (await http.latest()).answer("id: abc\n\n");
    await http.latest();
    client.send("[1]");
    const first = await http.latest();
    client.send('["goodbye"]');
    client.close(1000, "");
    const last = await http.latest();
    expect(last).not.toBe(first);
    expect(last.init.body).toBe('data: ["goodbye"]\n\nevent: close\ndata: 1000 \n\n');
    expect([first.init.keepalive, last.init.keepalive]).toEqual([true, true]);
    first.answer();
    await promisesSettled();
    expect(heard.closes).toEqual([]);
    last.answer();
    expect(await heard.closed()).toEqual([1000, ""]);
  });

  it("T29: what is too large for a request that outlives the page goes in an ordinary one", async () => {
    const { http, client } = dialled("polling");
    (await http.latest()).answer("id: abc\n\n");
    await http.latest();
    client.send("x".repeat(BATCH_LENGTH));
    expect((await http.latest()).init.keepalive).toBe(false);
  });

  it("T30: a line that is dropped, or closed before it is up, takes back its requests and hears no more", async () => {
    for (const drop of ["terminate", "close"] as const) {
      const { http, clock, client, heard } = dialled("event-stream");
      const { init, answer } = await http.latest();
      if (drop === "terminate") client.terminate();
      else client.close(1000, "");
      expect(heard.closes).toEqual([]);
      expect(await heard.closed()).toEqual([1006, ""]);
      answer("id: abc\n\ndata: [1]\n\n");
      await promisesSettled();
      expect([init.signal.aborted, heard.frames, clock.pending]).toEqual([true, [], 0]);
    }
  });
});
