import { systemClock } from "../../src/core/clock.ts";
import { randomId } from "../../src/core/ids.ts";
import { DEFAULT_LIMITS } from "../../src/core/limits.ts";
import { app } from "../../src/session/app.ts";
import type { RequestFacts, SessionEnvironment } from "../../src/session/environment.ts";
import { Session } from "../../src/session/session.ts";
import type { Component } from "../../src/view/node.ts";

/** A session with all that a server gives it, and a place for its first client. */
export function openSession(root: Component): Session {
  const session = Session.open(app(root, { title: "Counter" }), environment());
  session.addClient();
  session.firstPaint();
  return session;
}

function environment(): SessionEnvironment {
  return {
    clock: systemClock,
    limits: DEFAULT_LIMITS,
    id: randomId(),
    request: request(),
    development: false,
    log: ignore,
    ended: ignore,
    shareUrl: () => "",
    openRoutes: () => "/",
    assets: undefined,
    urlForAsset: () => "",
  };
}

const ignore = () => {};

/** As a server keeps it: parsed from bytes, so that no text is shared with another session. */
function request(): RequestFacts {
  return JSON.parse(REQUEST) as RequestFacts;
}

const REQUEST = JSON.stringify({
  method: "GET",
  url: "https://desk.example.com/",
  headers: {
    host: "desk.example.com",
    connection: "keep-alive",
    "cache-control": "max-age=0",
    "sec-ch-ua": '"Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"',
    "sec-ch-ua-mobile": "?0",
    "sec-ch-ua-platform": '"Windows"',
    "upgrade-insecure-requests": "1",
    "user-agent":
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
    "sec-fetch-site": "none",
    "sec-fetch-mode": "navigate",
    "sec-fetch-user": "?1",
    "sec-fetch-dest": "document",
    "accept-encoding": "gzip, deflate, br, zstd",
    "accept-language": "en-GB,en;q=0.9",
    cookie: "tandem=3f9k2m1q8v7t6r5p4n3j2h1g0f; theme=dark",
  },
  origin: "https://desk.example.com",
  basePath: "",
  clientIp: "203.0.113.7",
  clientPort: 51514,
});
