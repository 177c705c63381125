import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { randomId } from "../../core/ids.ts";
import { sendText } from "../../server/answer.ts";
import { cookiesOf } from "../../server/cookies.ts";
import { queryParameter } from "../../server/request-path.ts";
import type { RequestTaker } from "../../server/request-taker.ts";
import { COMMON_HEADERS } from "../../server/security-headers.ts";
import { refuseUpgrade } from "../../server/socket-upgrade.ts";

const PARAMETER = "tandem-window";
const COOKIE = "tandem-window";

/**
 * Lets nobody in but the one window: not another program or person of this machine, nor a page that knows the port. The
 * window's URL has a secret that is good once, for a cookie that is good from then on.
 */
export class WindowGate implements RequestTaker {
  readonly #inside: RequestTaker;
  readonly #basePath: string;
  readonly #secret = randomId();
  readonly #cookie = randomId();
  #isOpened = false;

  constructor(inside: RequestTaker, basePath: string) {
    this.#inside = inside;
    this.#basePath = basePath;
  }

  /** Whether the window has come for its cookie. */
  get isOpened(): boolean {
    return this.#isOpened;
  }

  /** What the window opens; `origin` is where the server is. */
  urlAt(origin: string): string {
    return `${origin}${this.#basePath}/?${PARAMETER}=${this.#secret}`;
  }

  listener = (request: IncomingMessage, response: ServerResponse, next?: () => void): void => {
    if (this.#knows(request)) this.#inside.listener(request, response, next);
    else if (this.#isOpening(request)) this.#open(response);
    else sendText(request, response, { status: 403, text: "This app has a window of its own on this machine" });
  };

  upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    if (this.#knows(request)) return this.#inside.upgrade(request, socket, head);
    refuseUpgrade(socket, 403);
    return true;
  };

  disconnectUser: RequestTaker["disconnectUser"] = (id, options) => this.#inside.disconnectUser(id, options);

  close(): Promise<void> {
    return this.#inside.close();
  }

  #knows(request: IncomingMessage): boolean {
    return isSame(cookiesOf(request.headers.cookie)[COOKIE], this.#cookie);
  }

  #isOpening(request: IncomingMessage): boolean {
    return !this.#isOpened && request.method === "GET" && isSame(queryParameter(request.url, PARAMETER), this.#secret);
  }

  #open(response: ServerResponse): void {
    this.#isOpened = true;
    response.writeHead(303, {
      ...COMMON_HEADERS,
      Location: `${this.#basePath}/`,
      "Set-Cookie": `${COOKIE}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    });
    response.end();
  }
}

function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
