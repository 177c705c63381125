/** A file of 1 GiB each way: how far the server's memory grows, and how fast it is against bare `node:http`. */
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import type { Growth } from "../support/memory-watch.ts";
import { median, rounded } from "../support/interleave.ts";
import { ServerProcess } from "../support/server-process.ts";
import { visit, type Visitor } from "../support/visitor.ts";

const MIB = 1024 * 1024;
const SIZE = 1024 * MIB;
/** As the page's script has them on a fast line. */
const PART = 16 * MIB;
const ROUNDS = 3;

const piece = Buffer.alloc(MIB, "what the file holds ");

/** Sends `bytes`, as fast as they are taken. */
async function write(sent: ClientRequest, bytes: number): Promise<void> {
  for (let left = bytes; left > 0; left -= MIB) {
    if (!sent.write(piece.subarray(0, Math.min(left, MIB))))
      await new Promise((resolve) => sent.once("drain", resolve));
  }
  sent.end();
}

async function exchange(
  url: string,
  { method, headers = {}, body = 0 }: { method: string; headers?: Record<string, string>; body?: number },
): Promise<{ status: number; headers: IncomingMessage["headers"]; bytes: number }> {
  const sent = request(url, { method, headers: { ...headers, "Content-Length": String(body) } });
  const answered = new Promise<IncomingMessage>((resolve, reject) => sent.on("response", resolve).on("error", reject));
  await write(sent, body);
  const response = await answered;
  let bytes = 0;
  response.on("data", (chunk: Buffer) => (bytes += chunk.length));
  await new Promise((resolve, reject) => response.on("end", resolve).on("error", reject));
  return { status: response.statusCode!, headers: response.headers, bytes };
}

interface Contender {
  readonly server: ServerProcess;
  upload(size: number): Promise<void>;
  download(): Promise<void>;
}

async function sendParts(url: string, size: number, headers: Record<string, string>): Promise<void> {
  for (let offset = 0; offset < size; offset += PART) {
    const { status } = await exchange(url, {
      method: "PATCH",
      headers: { ...headers, "Upload-Offset": String(offset) },
      body: Math.min(PART, size - offset),
    });
    if (status >= 300) throw new Error(`A part was answered ${status}.`);
  }
}

async function startBare(): Promise<Contender> {
  const server = await ServerProcess.start("files", "bare", String(SIZE));
  return {
    server,
    upload: (size) => sendParts(server.url, size, {}),
    download: async () => expectWhole(await exchange(server.url, { method: "GET" })),
  };
}

async function startTandem(): Promise<Contender> {
  const server = await ServerProcess.start("files", "tandem", String(SIZE));
  const page = new Page(await visit(server.url), server.url);
  return { server, upload: (size) => page.upload(size), download: () => page.download() };
}

/** A page of the app, played by hand. */
class Page {
  readonly #visitor: Visitor;
  readonly #origin: string;
  readonly #buttons: number[];
  #frames = 0;
  #sent = 0;
  #onMessage: (message: unknown[]) => void = () => {};

  constructor(visitor: Visitor, url: string) {
    this.#visitor = visitor;
    this.#origin = new URL(url).origin;
    this.#buttons = [...visitor.html.matchAll(/<button[^>]* data-t="(\d+)"/g)].map(([, id]) => Number(id));
    visitor.socket.onText = (text) => this.#take(JSON.parse(text) as unknown[]);
  }

  #take(frame: unknown[]): void {
    if (typeof frame[0] !== "number" || frame[0] <= 0) return;
    this.#frames = frame[0];
    for (const message of (frame[3] ?? []) as unknown[][]) this.#onMessage(message);
  }

  #send(...word: unknown[]): void {
    this.#visitor.socket.send(JSON.stringify([++this.#sent, this.#frames, ...word]));
  }

  #asked(button: number): Promise<unknown[]> {
    const message = new Promise<unknown[]>((resolve) => (this.#onMessage = resolve));
    this.#send(this.#buttons[button], "click");
    return message;
  }

  async upload(size: number): Promise<void> {
    const [, id, , [spec]] = (await this.#asked(0)) as [string, number, string, [{ url: string }]];
    const { cookie, ticket } = this.#visitor;
    const own = { Origin: this.#origin, Cookie: cookie, "Tandem-Ticket": ticket, "Tus-Resumable": "1.0.0" };
    const facts = { "Upload-Length": String(size), "Upload-Metadata": `filename ${btoa("a.bin")},key ${btoa("0")}` };
    const created = await exchange(this.#origin + spec.url, { method: "POST", headers: { ...own, ...facts } });
    const url = this.#origin + String(created.headers.location);
    await sendParts(url, size, { ...own, "Content-Type": "application/offset+octet-stream" });
    this.#send("answer", id, true, true);
  }

  async download(): Promise<void> {
    const [, , [path]] = (await this.#asked(1)) as [string, string, [string]];
    expectWhole(await exchange(this.#origin + path, { method: "GET" }));
  }
}

function expectWhole({ bytes }: { bytes: number }): void {
  if (bytes !== SIZE) throw new Error(`Expected ${SIZE} bytes, but ${bytes} came.`);
}

async function grown(contender: Contender, work: () => Promise<void>): Promise<Growth> {
  await contender.server.ask("watch");
  await work();
  return (await contender.server.ask("grown")) as Growth;
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const tandem = await startTandem();
const bare = await startBare();
// Loads what is loaded at the first file, which is no part of what a file costs.
for (const contender of [tandem, bare]) {
  await contender.upload(64 * MIB);
  await contender.download();
}
const uploaded = await grown(tandem, () => tandem.upload(SIZE));
const downloaded = await grown(tandem, () => tandem.download());
const times = { up: [[], []] as number[][], down: [[], []] as number[][] };
const order = [tandem, bare].map((contender, index) => ({ contender, index }));
for (let round = 0; round < ROUNDS; round++) {
  for (const { contender, index } of order) {
    times.up[index]!.push(await timeOf(() => contender.upload(SIZE)));
    times.down[index]!.push(await timeOf(() => contender.download()));
  }
  order.reverse();
}
const inMb = (bytes: number) => rounded(bytes / 1e6);
const speed = (all: number[]) => Math.round(SIZE / 1e6 / (median(all) / 1_000));
console.log(
  JSON.stringify({
    upload_1gib_memory_mb: inMb(Math.max(uploaded.rss, uploaded.heap)),
    download_1gib_memory_mb: inMb(Math.max(downloaded.rss, downloaded.heap)),
    upload_1gib_heap_mb: inMb(uploaded.heap),
    download_1gib_heap_mb: inMb(downloaded.heap),
    upload_vs_http: rounded(median(times.up[1]!) / median(times.up[0]!)),
    download_vs_http: rounded(median(times.down[1]!) / median(times.down[0]!)),
    upload_mb_per_second: speed(times.up[0]!),
    download_mb_per_second: speed(times.down[0]!),
  }),
);
await Promise.all([tandem.server.stop(), bare.server.stop()]);
process.exit();
