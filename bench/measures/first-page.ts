/** First pages by the second, each a new session, against a bare `node:http` server that sends the same bytes. */
import { connect, type Socket } from "node:net";
import { ServerProcess } from "../support/server-process.ts";
import { median, rounded } from "../support/interleave.ts";
import { PAGE_HEADERS } from "../support/visitor.ts";

const CONNECTIONS = 32;
const ROUNDS = 7;
const ROUND_MS = 1_000;
/** Sessions whose page never attaches end after this long, so that they do not pile up here. */
const CLAIM_TIMEOUT = 500;
const END_OF_HEAD = "\r\n\r\n";

interface Answer {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** A connection that is kept, and reads no more than it must to know where an answer ends. */
class PageLoader {
  readonly #socket: Socket;
  readonly #request: string;
  #chunks: Buffer[] = [];
  #missing = 0;
  #settle: ((answer: () => Answer) => void) | undefined;

  constructor(url: string, encodings: string) {
    const { port, host } = new URL(url);
    const headers = Object.entries({ host, ...PAGE_HEADERS, "accept-encoding": encodings });
    this.#request = `GET / HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
    this.#socket = connect({ host: "127.0.0.1", port: Number(port) });
    this.#socket.setNoDelay(true);
    this.#socket.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  load(): Promise<() => Answer> {
    this.#socket.write(this.#request);
    return new Promise((resolve) => (this.#settle = resolve));
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#chunks.length === 0) this.#missing = missingAfter(chunk);
    else this.#missing -= chunk.length;
    this.#chunks.push(chunk);
    if (this.#missing > 0) return;
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#settle!(() => parse(Buffer.concat(chunks)));
  }
}

/** The head comes in one piece, as both servers write it so. */
function missingAfter(chunk: Buffer): number {
  const text = chunk.toString("latin1");
  const end = text.indexOf(END_OF_HEAD);
  const length = /content-length: (\d+)/i.exec(text);
  if (!text.startsWith("HTTP/1.1 200") || end < 0 || length === null) throw new Error(`Expected a page, got ${text}`);
  return end + END_OF_HEAD.length + Number(length[1]) - chunk.length;
}

function parse(bytes: Buffer): Answer {
  const end = bytes.indexOf(END_OF_HEAD);
  const lines = bytes.subarray(0, end).toString("latin1").split("\r\n").slice(1);
  const headers = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]);
  const own = headers.filter(([name]) => !/^(?:date|connection|keep-alive)$/i.test(name!));
  return { headers: Object.fromEntries(own), body: bytes.subarray(end + END_OF_HEAD.length) };
}

class Contender {
  readonly perSecond: number[] = [];
  readonly firstByte: number[] = [];
  readonly #server: ServerProcess;
  readonly #loaders: PageLoader[];

  constructor(server: ServerProcess, encodings: string) {
    this.#server = server;
    this.#loaders = Array.from({ length: CONNECTIONS }, () => new PageLoader(server.url, encodings));
  }

  sample(): Promise<() => Answer> {
    return this.#loaders[0]!.load();
  }

  /** As many pages as come in a round, and then some one at a time. */
  async round(): Promise<void> {
    const started = performance.now();
    let pages = 0;
    const loops = this.#loaders.map(async (loader) => {
      while (performance.now() - started < ROUND_MS) {
        await loader.load();
        pages++;
      }
    });
    await Promise.all(loops);
    this.perSecond.push((pages * 1_000) / (performance.now() - started));
    for (let i = 0; i < 50; i++) {
      const asked = performance.now();
      await this.sample();
      this.firstByte.push(performance.now() - asked);
    }
  }

  async stop(): Promise<void> {
    for (const loader of this.#loaders) loader.close();
    await this.#server.stop();
  }
}

async function compare(encodings: string): Promise<{ pages: Contender; bare: Contender; bytes: number }> {
  const pages = new Contender(await ServerProcess.start("tandem", "CounterPageApp", String(CLAIM_TIMEOUT)), encodings);
  const { headers, body } = (await pages.sample())();
  const same = JSON.stringify({ headers, body: body.toString("base64") });
  const bare = new Contender(await ServerProcess.start("bare", "page", same), encodings);
  const order = [pages, bare];
  for (let round = -2; round < ROUNDS; round++) {
    for (const contender of order) await contender.round();
    order.reverse();
    if (round < 0) for (const { perSecond, firstByte } of order) perSecond.length = firstByte.length = 0;
  }
  await Promise.all([pages.stop(), bare.stop()]);
  return { pages, bare, bytes: body.length };
}

const asBrowsers = await compare("gzip, deflate, br, zstd");
const plain = await compare("identity");
const ratioOf = ({ pages, bare }: typeof plain) => rounded(median(pages.perSecond) / median(bare.perSecond));
console.error(`${asBrowsers.bytes} bytes compressed, ${plain.bytes} plain`);
console.log(
  JSON.stringify({
    first_paint_vs_http: ratioOf(asBrowsers),
    first_paint_per_second: Math.round(median(asBrowsers.pages.perSecond)),
    http_per_second: Math.round(median(asBrowsers.bare.perSecond)),
    first_paint_first_byte_ms: rounded(median(asBrowsers.pages.firstByte)),
    http_first_byte_ms: rounded(median(asBrowsers.bare.firstByte)),
    first_paint_uncompressed_vs_http: ratioOf(plain),
  }),
);
process.exit();
