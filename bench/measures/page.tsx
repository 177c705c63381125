/** All that a browser downloads for the first visit to the README's counter, until the page is live. */
import { request, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { serve } from "tandem";
import { WebSocket } from "ws";
import { findChromium } from "../../scripts/support/find-chromium.js";
import Counter from "../pages/counter-app.tsx";

interface Download {
  readonly url: string;
  /** As it came, compressed. */
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
}

function download(url: string): Promise<Download> {
  const headers = { "accept-encoding": "gzip, deflate, br", accept: "text/html,*/*" };
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve({ url, body: Buffer.concat(chunks), headers: response.headers });
        else reject(new Error(`Expected ${url} to answer 200, but got ${response.statusCode}.`));
      });
    })
      .on("error", reject)
      .end();
  });
}

function textOf({ body, headers }: Download): string {
  const encoding = headers["content-encoding"];
  return String(encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body);
}

/** What the page's head asks for, data URLs apart. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="([^"]+)"/g)]
    .map((match) => match[1]!)
    .filter((url) => !url.startsWith("data:"));
}

/** Attaches as the page does, and counts the bytes of the frames that come down. */
function attach(page: Download, html: string): Promise<number> {
  const config = JSON.parse(/id="tandem-config">([^<]+)</.exec(html)![1]!) as { ticket: string; socket: string };
  const url = new URL(config.socket, page.url);
  const cookie = page.headers["set-cookie"]![0]!.split(";")[0]!;
  const socket = new WebSocket(url.href.replace("http", "ws"), { origin: url.origin, headers: { cookie } });
  return new Promise((resolve, reject) => {
    socket.on("open", () => socket.send(JSON.stringify(["hello", { protocol: 1, ticket: config.ticket, frame: 0 }])));
    socket.on("message", (data: Buffer) => {
      if (data.toString().startsWith('["welcome"')) resolve(data.length + 2);
      else reject(new Error(`Expected a welcome, but got ${data.toString()}`));
      socket.close();
    });
    socket.on("error", reject);
  });
}

async function visit(url: string): Promise<number> {
  const page = await download(url);
  const html = textOf(page);
  const files = await Promise.all(linksIn(html).map((link) => download(new URL(link, url).href)));
  const frames = await attach(page, html);
  for (const { url: from, body } of [page, ...files]) console.error(`${String(body.length).padStart(6)}  ${from}`);
  console.error(`${String(frames).padStart(6)}  frames until attached`);
  return [page, ...files].reduce((sum, { body }) => sum + body.length, frames);
}

/**
 * The same as Chromium counts it: bodies, response headers and frames; and the tenth click as it sends it. Nothing
 * where there is no Chromium.
 */
async function visitWithChromium(url: string): Promise<Record<string, number>> {
  const executablePath = findChromium();
  if (executablePath === undefined) return {};
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    let bytes = 0;
    let sent = "";
    network.on("Network.loadingFinished", ({ encodedDataLength }) => void (bytes += encodedDataLength));
    network.on("Network.webSocketFrameSent", ({ response }) => void (sent = response.payloadData));
    const attached = new Promise<void>((resolve) => {
      network.on("Network.webSocketFrameReceived", ({ response }) => {
        if (!response.payloadData.startsWith('["welcome"')) return;
        bytes += response.payloadData.length + 2;
        resolve();
      });
    });
    await page.goto(url, { waitUntil: "networkidle" });
    await attached;
    const transferred = bytes;
    for (let click = 1; click <= 10; click++) {
      await page.click("button");
      await page.getByText(`clicked ${click} times`).waitFor();
    }
    console.error(`a click from Chromium: ${sent}`);
    return { chromium_transfer_bytes: transferred, chromium_event_bytes: Buffer.byteLength(sent) };
  } finally {
    await browser.close();
  }
}

const server = await serve(Counter, { port: 0, log: () => {} });
try {
  const figures = { counter_page_transfer_bytes: await visit(server.url), ...(await visitWithChromium(server.url)) };
  console.log(JSON.stringify(figures));
} finally {
  await server.close();
}
