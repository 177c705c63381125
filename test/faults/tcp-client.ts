import { WebSocket } from "ws";
import { systemClock } from "../../src/core/clock.ts";
import { webSocketClient } from "../../src/transport/websocket-client.ts";
import type { Session } from "../../src/session/session.ts";
import type { Random } from "../support/random.ts";
import type { Journal } from "./model-app.tsx";
import { ModelClient } from "./model-client.ts";
import { rowsText } from "./model-rows.ts";
import { screenText } from "./screen-text.ts";

export interface FetchedPage {
  readonly html: string;
  readonly cookie: string;
  readonly ticket: string;
  readonly clientId: number;
}

/** Fetches a page as a browser does. */
export async function fetchPage(url: string, cookie?: string): Promise<FetchedPage> {
  const answer = await fetch(url, { headers: cookie === undefined ? {} : { cookie } });
  const html = await answer.text();
  const config = /id="tandem-config">(.*?)<\/script>/.exec(html)?.[1];
  if (config === undefined) throw new Error(`Expected a page at ${url}, but got ${answer.status}: ${html}`);
  const { ticket } = JSON.parse(config) as { ticket: string };
  const given = answer.headers.get("set-cookie")?.split(";")[0];
  return { html, ticket, cookie: given ?? cookie ?? "", clientId: Number(ticket.split(".")[2]) };
}

export interface TcpClientOptions {
  readonly page: FetchedPage;
  /** Where its WebSocket goes. */
  readonly port: number;
  readonly random: Random;
  readonly session: Session;
  readonly journal: Journal;
}

/** A page without a browser: the real link over a real WebSocket, and a document written from the protocol. */
export class TcpClient {
  readonly screen: ModelClient;
  readonly session: Session;
  readonly journal: Journal;
  readonly clientId: number;
  readonly sent: { readonly token: number; readonly about: string }[] = [];
  readonly #random: Random;
  #look: () => void = () => {};

  constructor({ page, port, random, session, journal }: TcpClientOptions) {
    this.session = session;
    this.journal = journal;
    this.clientId = page.clientId;
    this.#random = random;
    const { html, cookie, ticket } = page;
    const inside = (id: string) => new RegExp(`<div id="tandem-${id}" data-t="\\d">(.*)</div>`).exec(html)![1]!;
    this.screen = new ModelClient({
      ticket,
      screen: { root: inside("root"), layers: inside("layers") },
      clock: systemClock,
      random: random.next,
      changed: () => this.#look(),
      open: () => webSocketClient(openSocket(port, cookie)),
    });
  }

  /** Does something that can be done on the page. */
  act(): void {
    const { kind, about, do: perform } = this.#random.pick(this.screen.choices());
    const token = this.sent.length + 1;
    if (kind !== "later" && perform(token)) this.sent.push({ token, about });
  }

  /** Resolves once all that was done is handled and shown. Waits for what happens, and at most `within` milliseconds. */
  settled(within = 120_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const { watchers } = this.journal;
      const done = () => {
        clearTimeout(timer);
        watchers.delete(soon);
        this.#look = () => {};
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`A page is not in step after ${within} ms: ${JSON.stringify(this.screen.state)}`));
      }, within);
      const look = () => {
        if (!this.#isInStep()) return;
        done();
        resolve();
      };
      // A frame follows what was noted.
      const soon = () => void setImmediate(look);
      this.#look = soon;
      watchers.add(soon);
      look();
    });
  }

  /** What was done and neither handled nor about a row that is gone. */
  get missing(): number {
    const { handled, removed } = this;
    const tokens = new Set(handled);
    return this.sent.filter(({ token, about }) => !tokens.has(token) && !removed.has(about)).length;
  }

  /** The tokens of what was handled, as it was. */
  get handled(): number[] {
    return this.journal.acts.filter(({ client }) => client === this.clientId).map(({ token }) => token);
  }

  get removed(): Set<string> {
    return new Set(this.journal.acts.filter(({ kind }) => kind === "remove").map(({ about }) => about));
  }

  #isInStep(): boolean {
    return (
      this.screen.state.kind === "connected" &&
      this.missing === 0 &&
      this.screen.text() === screenText(this.session) &&
      this.screen.rows() === rowsText(this.journal.rows)
    );
  }
}

function openSocket(port: number, cookie: string): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/_tandem/socket`, {
    headers: { cookie, origin: `http://127.0.0.1:${port}` },
  });
  // "close" follows, and says all there is to say.
  socket.on("error", () => {});
  return socket;
}
