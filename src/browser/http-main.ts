/** What a page loads in addition where WebSockets do not get through. */
import { systemClock } from "../core/clock.ts";
import { httpClient, type Fetch, type HttpLineKind } from "../transport/http-client.ts";
import { attempt } from "./attempt.ts";
import { HTTP_KEY, type OpenHttpLine } from "./line-opener.ts";
import type { PageConfig } from "./page-config.ts";

/** Milliseconds after which a WebSocket is tried again, at the next reconnect. */
const SOCKET_AGAIN_AFTER = 5 * 60_000;
/** Milliseconds without the server's first word after which something seems to hold back its stream. */
const FIRST_WORD_WITHIN = 5_000;
/** Lines in a row that could not be opened: then it is not the WebSocket that is at fault. */
const MAX_FAILURES = 2;

/** What the tab remembers: how lines get through, and until when that counts. */
interface Memory {
  kind: HttpLineKind;
  until: number;
}

/** Proves that HTTP gets through where WebSockets do not, and answers what opens lines over it. */
export default async function openHttpLines({ socket }: PageConfig): Promise<OpenHttpLine> {
  const url = new URL(socket.replace(/socket$/, "line"), location.href).href;
  const memory = recall() ?? (await proven(url));
  let failures = 0;
  return () => {
    if (failures++ > MAX_FAILURES || Date.now() > memory.until) return giveUp(memory);
    return httpClient({
      url,
      kind: memory.kind,
      fetch: ((address, init) => fetch(address, init)) as Fetch,
      clock: systemClock,
      openWithin: FIRST_WORD_WITHIN,
      onOpen: () => void (failures = 0),
      onHeldBack: () => {
        memory.kind = "polling";
        remember(memory);
      },
    });
  };
}

/** Where even this fails, the server is away or there is no network, and nothing is wrong with WebSockets. */
async function proven(url: string): Promise<Memory> {
  const { status } = await fetch(url, { cache: "no-store" });
  if (status !== 204) throw new Error("The server is not there.");
  const memory: Memory = { kind: "event-stream", until: Date.now() + SOCKET_AGAIN_AFTER };
  remember(memory);
  return memory;
}

function recall(): Memory | undefined {
  const memory = attempt(() => JSON.parse(sessionStorage[HTTP_KEY] as string) as Memory);
  return memory && memory.until > Date.now() ? memory : undefined;
}

function remember(memory: Memory): void {
  attempt(() => (sessionStorage[HTTP_KEY] = JSON.stringify(memory)));
}

function giveUp(memory: Memory): undefined {
  memory.until = 0;
  attempt(() => sessionStorage.removeItem(HTTP_KEY));
  return undefined;
}
