import type { Clock } from "../core/clock.ts";
import { byteLength } from "../protocol/byte-length.ts";
import type { ArrivedFrame, Connection, ConnectionListener } from "./connection.ts";

/** How a memory line delivers; each way in order, always. */
export type MemoryDelivery =
  /** Only `deliver()` and `deliverAll()` do. */
  | { readonly by: "command" }
  /** By itself, each item in a microtask of its own. */
  | { readonly by: "microtask" }
  /** By itself after `latency()` milliseconds, asked for each item. */
  | { readonly by: "clock"; readonly clock: Clock; latency(): number }
  /** When the carrier calls `arrive`: then the oldest item for that side is delivered. */
  | { readonly by: "carrier"; carry(to: "client" | "server", arrive: () => void): void };

/** What one side has yet to hear. */
type Item = Frame | Close;
type Frame = { readonly kind: "frame"; readonly content: ArrivedFrame; readonly bytes: number };
type Close = { readonly kind: "close"; readonly code: number; readonly reason: string };

/** Two connections, each the other's far side, and the faults of the line between them. */
export interface MemoryPair {
  readonly client: Connection;
  readonly server: Connection;
  /** Items under way, both ways. */
  readonly pending: number;
  /** Delivers the oldest item under way, or the oldest for one side. Returns whether there was one. */
  deliver(side?: "client" | "server"): boolean;
  /** Delivers until nothing is under way, what is sent meanwhile included. */
  deliverAll(): void;
  /** Breaks the line: what is under way is lost, both sides hear 1006; or one side does, and the other nothing more. */
  drop(side?: "client" | "server"): void;
  /** From here on nothing gets through either way, and neither side is told: a cable pulled, a phone in a tunnel. */
  blackHole(): void;
}

/** Makes a line within this process, for the testing kit and simulations. */
export function memoryPair(delivery: MemoryDelivery = { by: "microtask" }): MemoryPair {
  const line = new MemoryLine(delivery);
  const client = new MemoryConnection(line, "client");
  const server = new MemoryConnection(line, "server");
  client.peer = server;
  server.peer = client;
  return {
    client,
    server,
    get pending() {
      return line.pending;
    },
    deliver: (side) => line.deliver(side && { client, server }[side]),
    deliverAll() {
      while (line.deliver()) continue;
    },
    drop(side) {
      line.swallow();
      if (side !== "server") client.break();
      if (side !== "client") server.break();
    },
    blackHole: () => line.swallow(),
  };
}

/** What is under way on one line, oldest first, and when it arrives. */
class MemoryLine {
  readonly #delivery: MemoryDelivery;
  #items: { readonly to: MemoryConnection; readonly item: Item }[] = [];
  #swallows = false;

  constructor(delivery: MemoryDelivery) {
    this.#delivery = delivery;
  }

  get pending(): number {
    return this.#items.length;
  }

  carry(to: MemoryConnection, item: Item): void {
    if (this.#swallows) return;
    this.enqueue(to, item);
  }

  /** As `carry`, but for what a side hears from its own machine, black hole or not. */
  enqueue(to: MemoryConnection, item: Item): void {
    this.#items.push({ to, item });
    const delivery = this.#delivery;
    if (delivery.by === "command") return;
    const arrive = () => void this.deliver(to);
    if (delivery.by === "microtask") queueMicrotask(arrive);
    else if (delivery.by === "carrier") delivery.carry(to.side, arrive);
    else delivery.clock.setTimeout(arrive, to.arrivalDelay(delivery.clock.now(), delivery.latency()));
  }

  deliver(to?: MemoryConnection): boolean {
    const index = to === undefined ? 0 : this.#items.findIndex((entry) => entry.to === to);
    const [entry] = index < 0 ? [] : this.#items.splice(index, 1);
    entry?.to.take(entry.item);
    return entry !== undefined;
  }

  /** Forgets what is under way to one side. */
  forget(to: MemoryConnection): void {
    this.#items = this.#items.filter((entry) => entry.to !== to);
  }

  swallow(): void {
    this.#swallows = true;
    this.#items = [];
  }
}

class MemoryConnection implements Connection {
  readonly kind = "memory";
  readonly side: "client" | "server";
  readonly #line: MemoryLine;
  peer!: MemoryConnection;
  #state: "open" | "closing" | "closed" = "open";
  #listener: ConnectionListener | undefined;
  /** What came before anyone listened. */
  #early: Frame[] = [];
  #closed: Close | undefined;
  #buffered = 0;
  #lastArrival = 0;

  constructor(line: MemoryLine, side: "client" | "server") {
    this.side = side;
    this.#line = line;
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  get bufferedBytes(): number {
    return this.#buffered;
  }

  send(text: string, body?: Uint8Array): void {
    if (this.#state !== "open") return;
    const bytes = byteLength(text) + (body?.length ?? 0);
    const content: ArrivedFrame = body === undefined ? [text] : [text, body.slice().buffer];
    this.#buffered += bytes;
    this.#line.carry(this.peer, { kind: "frame", content, bytes });
  }

  close(code: number, reason: string): void {
    if (this.#state !== "open") return;
    this.#state = "closing";
    this.#line.carry(this.peer, { kind: "close", code, reason });
  }

  terminate(): void {
    if (this.#state === "closed") return;
    this.break();
    this.#line.forget(this.peer);
    this.#line.carry(this.peer, BROKEN);
  }

  /** The line is gone, and this side learns of it. */
  break(): void {
    if (this.#state === "closed") return;
    this.#state = "closing";
    this.#line.forget(this);
    this.#line.enqueue(this, BROKEN);
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) listener.onFrame(...frame.content);
    if (this.#closed !== undefined) listener.onClose(this.#closed.code, this.#closed.reason);
  }

  take(item: Item): void {
    if (this.#state === "closed") return;
    if (item.kind === "frame") {
      this.peer.#buffered -= item.bytes;
      if (this.#state === "open") this.#receive(item);
      return;
    }
    // Whoever is closed by the other side answers with the same code, as a WebSocket does.
    if (this.#state === "open") this.#line.carry(this.peer, item);
    this.#state = "closed";
    this.#closed = item;
    this.#listener?.onClose(item.code, item.reason);
  }

  /** Milliseconds until an item arrives that leaves now: never before one that left earlier. */
  arrivalDelay(now: number, latency: number): number {
    this.#lastArrival = Math.max(this.#lastArrival, now + latency);
    return this.#lastArrival - now;
  }

  #receive(frame: Frame): void {
    if (this.#listener === undefined) this.#early.push(frame);
    else this.#listener.onFrame(...frame.content);
  }
}

const BROKEN: Close = { kind: "close", code: 1006, reason: "" };
