import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { EventReader, frameText, type LineEvent } from "../../src/transport/event-text.ts";
import { later, type Page } from "./support.tsx";

export interface Post {
  /** The base path. */
  base?: string;
  /** Below `/_tandem/line`, as `"/up"`. */
  to?: string;
  body?: string | Buffer;
  cookie?: string;
  line?: string;
  origin?: string | null;
  type?: string | null;
  accept?: string;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
}

/** The events of one answer, as they come. */
export class Stream {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly #response: IncomingMessage;
  readonly #events: LineEvent[] = [];
  #ended = false;
  #wake = () => {};

  constructor(response: IncomingMessage) {
    this.#response = response;
    this.status = response.statusCode!;
    this.headers = response.headers;
    const reader = new EventReader();
    response.setEncoding("utf8");
    response.on("data", (text: string) => {
      this.#events.push(...reader.read(text));
      this.#wake();
    });
    response.on("error", () => {});
    response.on("close", () => {
      this.#ended = true;
      this.#wake();
    });
  }

  /** The next event; `undefined` when the answer has ended. */
  async next(): Promise<LineEvent | undefined> {
    while (this.#events.length === 0 && !this.#ended) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#events.shift();
  }

  /** The next frame. */
  async frame(): Promise<unknown[]> {
    const event = await this.next();
    if (event?.kind !== "frame") throw new Error(`Expected a frame, but got ${JSON.stringify(event)}`);
    return JSON.parse(event.text) as unknown[];
  }

  /** The code of the close, after whatever comes before it; `undefined` when the answer just ends. */
  async close(): Promise<number | undefined> {
    let event = await this.next();
    while (event !== undefined && event.kind !== "close") event = await this.next();
    return event?.code;
  }

  drop(): void {
    this.#response.destroy();
  }

  pause(): void {
    this.#response.pause();
  }
}

/** Starts a request as a page would; the body is left to the test. */
export function begin(port: number, post: Post = {}): { sent: ClientRequest; response: Promise<IncomingMessage> } {
  const { to = "", cookie, line, origin = `http://127.0.0.1:${port}`, type = "text/event-stream" } = post;
  const headers = {
    accept: post.accept ?? "text/event-stream",
    ...(cookie ? { cookie } : {}),
    ...(line === undefined ? {} : { "tandem-line": line }),
    ...(origin === null ? {} : { origin }),
    ...(type === null ? {} : { "content-type": type }),
    ...post.headers,
  };
  const path = `${post.base ?? ""}/_tandem/line${to}`;
  const sent = httpRequest({ host: "127.0.0.1", port, path, method: "POST", headers, agent: false });
  later(() => void sent.destroy());
  const response = new Promise<IncomingMessage>((resolve, reject) => sent.on("response", resolve).on("error", reject));
  return { sent, response };
}

/** Posts, and reads the whole answer. */
export async function post(port: number, facts: Post = {}): Promise<Answered> {
  const { sent, response } = begin(port, facts);
  sent.end(facts.body ?? "");
  const answer = await response;
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) text += chunk;
  return { status: answer.statusCode!, headers: answer.headers, text };
}

export const frames = (...all: unknown[][]): string => all.map((frame) => frameText(JSON.stringify(frame))).join("");

export const hello = (page: Pick<Page, "ticket">, frame = 0): string =>
  frames(["hello", { protocol: 1, ticket: page.ticket, frame }]);

export interface OpenLine {
  stream: Stream;
  id: string;
}

/** Opens an event stream; the first event names the line. */
export async function openStream(port: number, facts: Post = {}): Promise<OpenLine> {
  const { sent, response } = begin(port, facts);
  sent.end(facts.body ?? "");
  const stream = new Stream(await response);
  const event = await stream.next();
  if (event?.kind !== "line") throw new Error(`Expected a line, but got ${stream.status} ${JSON.stringify(event)}`);
  return { stream, id: event.id };
}
