import { Agent, request } from "node:http";
import { RawSocket, USER_AGENT } from "./raw-socket.ts";

/** What Chromium sends when it opens a page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "sec-ch-ua": '"Chromium";v="142", "Not_A Brand";v="99"',
  "sec-ch-ua-mobile": "?0",
  "sec-ch-ua-platform": '"Linux"',
  "upgrade-insecure-requests": "1",
  "user-agent": USER_AGENT,
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
  "sec-fetch-site": "none",
  "sec-fetch-mode": "navigate",
  "sec-fetch-user": "?1",
  "sec-fetch-dest": "document",
  "accept-language": "en-GB,en;q=0.9",
};

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

interface Page {
  readonly html: string;
  readonly cookie: string;
}

function fetchPage(url: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: PAGE_HEADERS }, (response) => {
      let html = "";
      response.setEncoding("utf8").on("data", (text: string) => (html += text));
      response.on("end", () => {
        if (response.statusCode !== 200) return reject(new Error(`Expected a page, but got ${html}`));
        resolve({ html, cookie: response.headers["set-cookie"]![0]!.split(";")[0]! });
      });
    })
      .on("error", reject)
      .end();
  });
}

/** A page of a Tandem app: fetched, and attached over a socket. Its script is played by whoever holds this. */
export interface Visitor {
  readonly socket: RawSocket;
  readonly html: string;
  readonly cookie: string;
  readonly ticket: string;
}

/** Opens the page and attaches; resolves at the welcome. */
export async function visit(url: string): Promise<Visitor> {
  const { html, cookie } = await fetchPage(url.replace("localhost", "127.0.0.1"));
  const config = /id="tandem-config">([^<]+)</.exec(html)?.[1];
  if (config === undefined) throw new Error(`Expected a page of an app, but got ${html}`);
  const { ticket, socket: path } = JSON.parse(config) as { ticket: string; socket: string };
  const socket = await RawSocket.open({ url: new URL(path, url).href, cookie });
  const welcomed = new Promise<void>((resolve, reject) => {
    socket.onText = (text) =>
      text.startsWith('["welcome"') ? resolve() : reject(new Error(`Expected a welcome, but got ${text}`));
  });
  socket.send(JSON.stringify(["hello", { protocol: 1, ticket, frame: 0 }]));
  await welcomed;
  return { socket, html, cookie, ticket };
}

/** Closes the connections that pages were fetched over. */
export const closePageConnections = (): void => agent.destroy();

/** Does `count` things, `width` at a time, and gives their results. */
export async function inParallel<T>(count: number, width: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
